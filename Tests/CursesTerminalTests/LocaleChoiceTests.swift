import CursesTerminal
import Testing

struct LocaleChoiceTests {
  private static let installed = [
    "C": "ANSI_X3.4-1968", "POSIX": "ANSI_X3.4-1968", "C.UTF-8": "UTF-8", "de_DE.utf8": "UTF-8",
    "de_DE": "ISO-8859-1",
  ]

  @Test(arguments: ["C", "POSIX", "de_DE"])
  func whatIsReallyChosenIsRespected(wanted: String) {
    let choice = LocaleChoice(wanted: wanted) { Self.installed[$0] }
    #expect(choice.name == wanted)
    #expect(!choice.isUTF8)
  }

  @Test func anInstalledLocaleIsUsed() {
    let choice = LocaleChoice(wanted: "de_DE.utf8") { Self.installed[$0] }
    #expect(choice.name == "de_DE.utf8")
    #expect(choice.isUTF8)
  }

  @Test(arguments: [nil, "de_DF.utf8", "en_US.UTF-8", "nonsense", "en_US.utf9", ""])
  func whereNothingUsableIsSetItIsUTF8(wanted: String?) {
    let choice = LocaleChoice(wanted: wanted) { Self.installed[$0] }
    #expect(choice.name == "C.UTF-8")
    #expect(choice.isUTF8)
  }

  @Test(arguments: ["fr_FR.ISO-8859-15@euro", "ja_JP.eucJP", "ru_RU.KOI8-R", "pl_PL.CP1250"])
  func aMissingLocaleThatNamesAnOldEncodingIsASCII(wanted: String) {
    let choice = LocaleChoice(wanted: wanted) { Self.installed[$0] }
    #expect(choice.name == "C")
    #expect(!choice.isUTF8)
  }

  @Test func withoutAnyUTF8LocaleItIsASCII() {
    let choice = LocaleChoice(wanted: "en_US.UTF-8") { $0 == "C" ? "ANSI_X3.4-1968" : nil }
    #expect(choice.name == nil)
    #expect(!choice.isUTF8)
  }
}

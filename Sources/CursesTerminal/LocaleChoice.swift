/// Which locale decides on the encoding, and whether that is UTF-8.
package struct LocaleChoice: Hashable, Sendable {
  /// A name for `setlocale`; `nil` when the C library has none that fits.
  package let name: String?
  /// Whether text may leave ASCII.
  package let isUTF8: Bool

  /// Chooses.
  ///
  /// What is really chosen and not UTF-8 (`C`, `POSIX`, Latin-1) is respected. Where nothing
  /// usable is set, because no variable is, or the locale it names is misspelt or not
  /// installed, `C.UTF-8` is: terminals speak UTF-8 today, and a missing locale otherwise gives
  /// silent mojibake.
  ///
  /// - Parameters:
  ///   - wanted: The name in the environment.
  ///   - codeset: Tries a locale, and says its encoding, or `nil` if it is missing.
  package init(wanted: String?, codeset: (String) -> String?) {
    if let wanted {
      if let found = codeset(wanted) {
        (name, isUTF8) = (wanted, Self.isUTF8(found))
        return
      }
      if Self.namesAnOldEncoding(wanted) {
        (name, isUTF8) = ("C", false)
        return
      }
    }
    let fallback = ["C.UTF-8", "en_US.UTF-8"].first { name in
      codeset(name).map(Self.isUTF8) ?? false
    }
    (name, isUTF8) = (fallback, fallback != nil)
  }

  private static func isUTF8(_ codeset: String) -> Bool {
    normalized(codeset) == "utf8"
  }

  private static func normalized(_ codeset: some StringProtocol) -> String {
    codeset.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  // `de_DE.ISO-8859-1` that is not installed: its terminal still does not speak UTF-8.
  private static func namesAnOldEncoding(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    let codeset = normalized(name[name.index(after: dot)...].prefix { $0 != "@" })
    let families = [
      "iso8859", "8859", "latin", "koi8", "cp", "windows", "euc", "sjis", "shiftjis", "gb", "big5",
      "tis", "tcvn", "ascii", "usascii",
    ]
    return families.contains { codeset.hasPrefix($0) }
  }
}

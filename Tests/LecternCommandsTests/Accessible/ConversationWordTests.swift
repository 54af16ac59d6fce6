import ReviewCore
import Testing

@testable import LecternCommands

@Suite struct ConversationWordTests {
  private let rubric = Rubric(
    scale: .oneToFive,
    criteria: ["Relevance", "Technical content", "Note of hope"].enumerated().compactMap {
      place, name in Identifier("c\(place)").map { Criterion(id: $0, name: name) }
    })

  @Test(arguments: [
    ("again", ConversationWord.again), ("AGAIN", .again), ("ag", .again), ("?", .guide),
    ("n", .next), ("note", .note), ("previous", .back), ("q", .quit), ("ab", .abstain),
    ("prev", .back), ("s", .skip),
  ])
  func aWordOrItsBeginningIsFound(typed: String, word: ConversationWord) {
    #expect(ConversationWord.find(typed, among: rubric) == .word(word))
  }

  @Test func aCriterionIsFoundByItsName() {
    #expect(ConversationWord.find("relevance", among: rubric) == .criterion(0))
    #expect(ConversationWord.find("tech", among: rubric) == .criterion(1))
    #expect(ConversationWord.find("c2", among: rubric) == .criterion(2))
  }

  @Test func whatSeveralBeginWithIsNamed() {
    #expect(
      ConversationWord.find("pr", among: rubric) == .several(["private", "previous", "progress"]))
    #expect(ConversationWord.find("re", among: rubric) != .word(.redo))
  }

  @Test(arguments: [("nxet", "next"), ("relevence", "Relevance"), ("qiut", "quit")])
  func theNearestWordIsNamed(typed: String, nearest: String) {
    #expect(ConversationWord.find(typed, among: rubric) == .unknown(nearest: nearest))
  }

  @Test func aWordThatIsFarFromAllIsUnknown() {
    #expect(ConversationWord.find("xyzzy", among: rubric) == .unknown(nearest: nil))
    #expect(ConversationWord.find("", among: rubric) == .unknown(nearest: nil))
  }

  @Test(arguments: [
    ("4", [4]), ("4 3 5", [4, 3, 5]), ("4, 3, 5", [4, 3, 5]), ("4,3,5,4", [4, 3, 5, 4]),
    ("3.5", [3.5]), ("3,5", [3.5]), ("-1 +2", [-1, 2]),
  ])
  func numbersAreRead(line: String, numbers: [Double]) {
    #expect(Conversation.numbers(in: line) == numbers)
  }

  @Test(arguments: ["", "x", "4 x", "4..5", "1e3", "nan", "0x4", "4,,5", "1231x"])
  func whatIsNoNumberIsNone(line: String) {
    #expect(Conversation.numbers(in: line) == nil)
  }

  @Test func everyWordHasItsOwnMeaningAndNoOtherWordForIt() {
    var names: Set<String> = []
    for word in ConversationWord.allCases {
      #expect(word.meaning.hasPrefix(word.rawValue))
      for name in [word.rawValue] + word.aliases { #expect(names.insert(name).inserted) }
    }
  }
}

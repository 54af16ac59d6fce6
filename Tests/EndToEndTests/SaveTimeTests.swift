import Glibc
import ReviewCore
import Testing

/// How long one durable save takes: from the lock on the folder to its release, in the real program.
///
/// `Scripts/measure-saves` runs it with the release build and prints the tables.
@Suite(.enabled(if: getenv("LECTERN_MEASURE_SAVES") != nil))
struct SaveTimeTests {
  private static let saves = 50

  /// The times of some saves, in milliseconds, sorted.
  private func times(proposals: Int, reviews: Int) throws -> [Double] {
    let scratch = try Scratch.withSummit(
      of: (0..<proposals).map { proposal("p\($0)", "Talk \($0)", abstract: "Some text.") })
    var entries = JSONObject()
    for number in 0..<reviews {
      entries["p\(number)"] = [
        "status": "scored", "scores": ["relevance": 4, "content": 3],
        "at": "2026-03-20T10:11:12.345Z", "comment": "A sentence or two for the committee.",
        "commentAt": "2026-03-20T10:11:12.345Z",
      ]
    }
    let sheet: JSONValue = ["format": 1, "reviewer": "ines", "reviews": .object(entries)]
    try Files.write(sheet.fileBytes, to: scratch.sheetPath(of: "ines"))
    let output = "\(scratch.path)/times"
    for number in 0..<Self.saves {
      let run = try QuickRun(
        ["score", "p1", "relevance=\(number % 5 + 1)", "-C", scratch.summit], in: scratch,
        environment: Mishap.times(to: output, under: scratch.summit).environment)
      guard run.code == 0 else { throw NeverHappened(what: "a save", evidence: run.errors) }
    }
    let lines = try Files.text(of: output)?.split(separator: "\n") ?? []
    return lines.compactMap { Double($0).map { $0 / 1000 } }.sorted()
  }

  private func row(_ label: String, _ times: [Double]) -> String {
    func words(_ time: Double) -> String { time.formatted(decimals: 2) }
    return "| \(label) | \(words(times[times.count / 2])) | "
      + "\(words(times[times.count * 95 / 100])) |"
  }

  @Test func aSaveTakesAsLongAsTheOwnFileIsLargeAndNoLonger() throws {
    print("| reviews in the own file | median, ms | 95 %, ms |\n|---:|---:|---:|")
    for reviews in [10, 100, 1_000, 10_000] {
      let times = try times(proposals: 10_000, reviews: reviews)
      #expect(times.count == Self.saves)
      print(row("\(reviews)", times))
    }
    print("\n| proposals in the summit | median, ms | 95 %, ms |\n|---:|---:|---:|")
    for proposals in [72, 2_000, 30_000] {
      print(row("\(proposals)", try times(proposals: proposals, reviews: 50)))
    }
  }
}

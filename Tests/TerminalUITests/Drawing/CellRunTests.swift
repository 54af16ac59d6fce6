import Testing

@testable import TerminalUI

struct CellRunTests {
  private func canvas(_ rows: [String]) -> Canvas {
    var canvas = Canvas(size: Size(columns: 8, rows: rows.count))
    for (row, text) in rows.enumerated() { canvas.write(text, column: 0, row: row) }
    return canvas
  }

  private func summary(_ runs: [CellRun]) -> [String] {
    runs.map { "\($0.row):\($0.startColumn):\($0.cells.map(\.text).joined())" }
  }

  @Test(arguments: [
    ("abcdef", "abcdef", []), ("abcdef", "abXdef", ["0:2:X"]),
    ("abcdef", "XbcXXf", ["0:0:X", "0:3:XX"]),
    ("a漢b", "a字b", ["0:1:字"]), ("a漢b", "axyb", ["0:1:xy"]), ("axyb", "a漢b", ["0:1:漢"]),
    ("漢字", "漢漢", ["0:2:漢"]), ("漢字漢", "x漢字", ["0:0:x漢字 "]),
  ])
  func changesAreRunsOfCells(before: String, after: String, runs: [String]) {
    #expect(summary(canvas([after]).changes(since: canvas([before]))) == runs)
  }

  @Test func withoutAFrameBeforeEveryRowIsDrawn() {
    let new = canvas(["a", "b"])
    #expect(summary(new.changes(since: nil)) == ["0:0:a       ", "1:0:b       "])
    #expect(new.changes(since: canvas(["a"])).count == 2)
    #expect(Canvas(size: Size(columns: 0, rows: 3)).changes(since: nil).isEmpty)
  }

  @Test func aChangeOfStyleIsAChange() {
    let before = canvas(["a漢b"])
    var after = before
    after.restyle(Rect(column: 1, row: 0, columns: 1, rows: 1), adding: .bold)
    #expect(summary(after.changes(since: before)) == ["0:1:漢"])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func theRunsTurnOneFrameIntoTheOther(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func random() -> Canvas {
      canvas((0..<3).map { _ in HostileText.random(length: 6, using: &generator) })
    }
    let (before, after) = (random(), random())
    var drawn = before
    for run in after.changes(since: before) {
      #expect(run.cells.first?.width != 0)
      #expect(run.cells.last?.width != 2)
      let start = run.row * 8 + run.startColumn
      drawn.cells.replaceSubrange(start..<(start + run.cells.count), with: run.cells)
    }
    #expect(drawn == after)
  }
}

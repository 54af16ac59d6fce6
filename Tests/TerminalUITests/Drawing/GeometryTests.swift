import Testing

@testable import TerminalUI

struct GeometryTests {
  private let rect = Rect(column: 2, row: 1, columns: 10, rows: 6)

  @Test func aSizeIsNeverNegative() {
    #expect(Size(columns: -1, rows: 3) == Size(columns: 0, rows: 3))
    #expect(rect.inset(columns: 9, rows: 9).isEmpty)
  }

  @Test func edgesAreHalfOpen() {
    #expect(rect.contains(Position(column: 2, row: 1)))
    #expect(rect.contains(Position(column: 11, row: 6)))
    #expect(!rect.contains(Position(column: 12, row: 6)))
    #expect(!rect.contains(Position(column: 11, row: 7)))
  }

  @Test(arguments: [(0, 0), (2, 2), (6, 6), (9, 6), (-1, 0)])
  func splittingKeepsEveryRow(rows: Int, cut: Int) {
    let (top, rest) = rect.splitTop(rows)
    #expect((top.rows, rest.rows) == (cut, 6 - cut))
    #expect(top.bottom == rest.top)
    let (above, bottom) = rect.splitBottom(rows)
    #expect((above.rows, bottom.rows) == (6 - cut, cut))
    #expect(bottom.bottom == rect.bottom)
  }

  @Test func splittingKeepsEveryColumn() {
    let (left, right) = rect.splitLeft(4)
    #expect((left.columns, right.columns) == (4, 6))
    #expect(left.right == right.left)
  }
}

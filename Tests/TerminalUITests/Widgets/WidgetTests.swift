import Testing

@testable import TerminalUI

struct WidgetTests {
  @Test(arguments: [
    (0.0, "    "), (1.0, "████"), (0.5, "██  "), (0.001, "▏   "), (0.999, "███▉"), (-1, "    "),
    (7, "████"), (Double.nan, "    "), (0.40625, "█▋  "),
  ])
  func aGaugeFillsByEighths(fraction: Double, shown: String) {
    #expect(Gauge(fraction: fraction).text(columns: 4, glyphs: .unicode) == shown)
  }

  @Test(arguments: [
    (0, 0, "...."), (1, 100, "#..."), (2, 4, "##.."), (99, 100, "###."), (4, 4, "####"),
  ])
  func aGaugeHasAnASCIITwin(count: Int, total: Int, shown: String) {
    #expect(Gauge(count, of: total).text(columns: 4, glyphs: .ascii) == shown)
    #expect(Gauge(count, of: total).text(columns: 0, glyphs: .ascii) == "")
  }

  @Test func aBoxHasATitle() {
    var canvas = Canvas(size: Size(columns: 12, rows: 3))
    let inside = Box(title: "漢字漢字漢字").draw(on: &canvas, in: canvas.bounds, glyphs: .unicode)
    #expect(canvas.text == "┌─ 漢字… ──┐\n│          │\n└──────────┘")
    #expect(inside == Rect(column: 1, row: 1, columns: 10, rows: 1))
  }

  @Test func aBoxHasAnASCIITwin() {
    var canvas = Canvas(size: Size(columns: 9, rows: 3))
    Box(title: "abc").draw(on: &canvas, in: canvas.bounds, glyphs: .ascii)
    #expect(canvas.text == "+- abc -+\n|       |\n+-------+")
  }

  @Test(arguments: 0...3)
  func aBoxWithoutRoomDrawsWhatFits(extent: Int) {
    var canvas = Canvas(size: Size(columns: extent, rows: extent))
    let inside = Box(title: "t").draw(on: &canvas, in: canvas.bounds, glyphs: .unicode)
    #expect(inside.isEmpty == (extent < 3))
  }

  @Test(arguments: [
    (0, 100, 10, 0, 1), (90, 100, 10, 9, 1), (45, 100, 10, 5, 1), (0, 20, 10, 0, 5),
  ])
  func aScrollMarkSaysHowFarDownOneIs(offset: Int, count: Int, height: Int, start: Int, length: Int)
  {
    let mark = ScrollMark(offset: offset, count: count, height: height)
    #expect(mark.start == start)
    #expect(mark.length == length)
  }

  @Test func aScrollMarkIsNotNeededWhereAllIsInSight() {
    #expect(ScrollMark(offset: 0, count: 5, height: 5).length == 0)
    #expect(ScrollMark(offset: 0, count: 5, height: 0).length == 0)
  }
}

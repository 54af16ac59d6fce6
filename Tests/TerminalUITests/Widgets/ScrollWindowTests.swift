import Testing

@testable import TerminalUI

struct ScrollWindowTests {
  private func window(selecting index: Int, margin: Int = 2) -> ScrollWindow {
    var window = ScrollWindow(count: 100, height: 10, margin: margin)
    window.select(index)
    return window
  }

  @Test func theOffsetStaysWhileTheSelectionIsInSight() {
    var window = window(selecting: 50)
    let offset = window.offset
    window.move(by: -5)
    #expect(window.offset == offset)
    window.move(by: -1)
    #expect(window.offset == offset - 1)
  }

  @Test(arguments: [(0, 0), (7, 0), (8, 1), (99, 90), (500, 90), (-3, 0)])
  func theMarginIsKeptWhereTheListGoesOn(index: Int, offset: Int) {
    #expect(window(selecting: index).offset == offset)
  }

  @Test func pagesKeepOneRowInSight() {
    var window = window(selecting: 4, margin: 0)
    window.page(by: 1)
    #expect((window.offset, window.selection) == (9, 13))
    window.page(by: -1)
    #expect((window.offset, window.selection) == (0, 4))
    window.halfPage(by: 1)
    #expect((window.offset, window.selection) == (5, 9))
  }

  @Test func theWheelMovesTheSelectionOnlyAsFarAsItMust() {
    var window = window(selecting: 5, margin: 0)
    window.wheel(by: 3)
    #expect((window.offset, window.selection) == (3, 5))
    window.wheel(by: 3)
    #expect((window.offset, window.selection) == (6, 6))
    window.wheel(by: -100)
    #expect((window.offset, window.selection) == (0, 6))
  }

  @Test func resizingKeepsTheSelectionInSight() {
    var window = window(selecting: 50)
    window.resize(count: 100, height: 3)
    #expect(window.visible.contains(50))
    window.resize(count: 20, height: 30)
    #expect(window.visible == 0..<20)
    #expect(window.selection == 19)
    window.resize(count: 0, height: 0)
    #expect(window.selection == 0)
    #expect(window.visible.isEmpty)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func theSelectionIsAlwaysInSight(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var window = ScrollWindow(count: 30, height: 7, margin: Int(seed % 6))
    for _ in 0..<100 {
      let amount = Int.random(in: -40...40, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: window.move(by: amount)
      case 1: window.page(by: amount)
      case 2: window.halfPage(by: amount)
      case 3: window.wheel(by: amount)
      case 4: window.move(by: amount < 0 ? .min : .max)
      default: window.resize(count: abs(amount), height: Int.random(in: 0...12, using: &generator))
      }
      #expect(window.offset >= 0)
      #expect(window.count == 0 || window.height == 0 || window.visible.contains(window.selection))
      #expect(window.offset <= max(0, window.count - window.height))
    }
  }
}

import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

/// Whole frames of searching, filtering, the palette and changes.
struct FindingSnapshotTests {
  private func script(_ keys: String, _ text: String = "", size: Size) -> Script {
    var script = Script(Fixture.state(size: size))
    if size != Fixture.wide { script.press("Esc") }
    script.press(keys)
    script.type(text)
    return script
  }

  private func check(_ name: String, _ script: Script) {
    Snapshot(name: name).check(script.state)
  }

  @Test(arguments: SnapshotTests.sizes) func searchesAsOneTypes(_ size: Size) {
    var script = script("/", "iceberg", size: size)
    check("search", script)
    script.press("Enter n n n")
    check("search-around", script)
    script.press("n Enter")
    check("search-reading", script)
  }

  @Test(arguments: SnapshotTests.sizes) func saysThatNothingMatches(_ size: Size) {
    Snapshot(name: "search-none").check(script("/", "zebra", size: size).state)
    Snapshot(name: "search-around-typing").check(script("G /", "iceberg", size: size).state)
    Snapshot(name: "search-empty").check(script("/", size: size).state)
  }

  @Test(arguments: SnapshotTests.sizes) func offersValues(_ size: Size) {
    var script = script("f", "area:lakehouse ", size: size)
    check("filter-values", script)
    script.press("Down Down Tab")
    check("filter-chosen", script)
    script.press("Enter")
    check("filter-chips", script)
  }

  @Test(arguments: SnapshotTests.sizes) func completesWords(_ size: Size) {
    check("filter-completion", script("f", "is:unscored lev", size: size))
    Snapshot(name: "filter-completion-values").check(
      script("f", "is:unscored level:", size: size).state)
  }

  @Test(arguments: SnapshotTests.sizes) func saysWhatIsWrongWhileOneTypes(_ size: Size) {
    check("filter-error", script("f", "ara:lakehouse is:unscored", size: size))
  }

  @Test(arguments: SnapshotTests.sizes) func findsInThePalette(_ size: Size) {
    check("palette", script(":", size: size))
    check("palette-found", script(":", "ice", size: size))
  }

  @Test(arguments: SnapshotTests.sizes) func showsWhatChanged(_ size: Size) {
    var script = ChangesTests.script(size: size)
    script.press("d")
    check("changes", script)
    script = ChangesTests.script(keepsText: false, size: size)
    script.press("d")
    Snapshot(name: "changes-unknown").check(script.state)
  }

  @Test func showsWhatChangedInASCII() {
    var script = ChangesTests.script(size: Fixture.standard, glyphs: .ascii)
    script.press("d")
    Snapshot(name: "changes-ascii", isASCII: true).check(script.state)
    script.press("d /")
    script.type("field")
    Snapshot(name: "search-ascii", isASCII: true).check(script.state)
  }
}

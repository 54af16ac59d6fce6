/// Stand-in until the branch `finding` lands.
package struct TextArea: Equatable, Sendable {
  private var field: TextField
  package static let limit = 10_000
  package init(_ text: String = "") { field = TextField(text) }
  package var text: String { field.text }
  package var isFull: Bool { field.isFull }
  @discardableResult package mutating func insert(_ text: String) -> Bool { field.insert(text) }
  package mutating func handle(_ press: KeyPress) -> Bool { field.handle(press) }
  package func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs, style: Style)
    -> Position?
  {
    field.draw(on: &canvas, column: rect.left, row: rect.top, columns: rect.columns, glyphs: glyphs)
  }
}

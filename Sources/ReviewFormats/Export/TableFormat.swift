package import ReviewCore

extension TableFormat {
  /// The text of a table. O(cells).
  package func bytes(of table: Table) -> [UInt8] {
    switch self {
    case .csv: table.csv
    case .json: table.json.fileBytes
    case .ndjson: table.ndjson
    case .markdown: Array(table.markdown.utf8)
    }
  }
}

extension Table {
  /// CSV with a header, defused for spreadsheets.
  package var csv: [UInt8] {
    var writer = CSVWriter(header: columns)
    for row in rows { writer.append(row.map(\.text)) }
    return writer.bytes
  }

  /// An array of objects.
  package var json: JSONValue { .array(rows.map { .object(object($0)) }) }

  /// An object a line.
  package var ndjson: [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      bytes += JSONValue.object(object(row)).lineBytes
      bytes.append(0x0A)
    }
    return bytes
  }

  /// A pipe table; no cell can put a link, an image or HTML into it.
  package var markdown: String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    var text = line(columns.map(MarkdownText.escaped))
    text += line(columns.map { _ in "---" })
    for row in rows {
      text += line(
        row.map { cell in
          switch cell {
          case .number, .integer: cell.text
          default: MarkdownText.escaped(cell.text)
          }
        })
    }
    return text
  }

  private func object(_ row: [Cell]) -> JSONObject {
    JSONObject(members: zip(columns, row).map { ($0, $1.json) })
  }
}

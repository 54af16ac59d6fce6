package import ReviewCore

extension Settings {
  /// What holds, as a file that says the same.
  package var json: JSONValue {
    [
      "format": .int(FileHeader.currentFormat), "theme": .string(theme.rawValue),
      "colors": .string(colors.rawValue), "ascii": .bool(isASCII), "mouse": .bool(usesMouse ?? true),
      "measure": .int(measure), "advance": .bool(advances), "hints": .bool(showsHints),
      "accessible": .bool(isAccessible),
      "keys": .object(
        JSONObject(
          members: changedKeys.map { ($0.command.name, .strings($0.strokes.map(\.label))) })
      ),
    ]
  }
}

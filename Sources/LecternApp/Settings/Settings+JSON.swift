package import ReviewCore

extension Settings {
  /// What holds, as a file that says the same.
  package var json: JSONValue {
    let keys = changedKeys.map { ($0.command.name, JSONValue.strings($0.strokes.map(\.label))) }
    var settings = JSONObject(members: [
      ("format", .int(FileHeader.currentFormat)), ("theme", .string(theme.rawValue)),
      ("colors", .string(colors.rawValue)), ("ascii", .bool(isASCII)),
      ("measure", .int(measure)), ("advance", .bool(advances)), ("hints", .bool(showsHints)),
      ("accessible", .bool(isAccessible)), ("keys", .object(JSONObject(members: keys))),
    ])
    // Without a word on the mouse it is as the person left it.
    if let usesMouse { settings["mouse"] = .bool(usesMouse) }
    return .object(settings)
  }
}

/// A commit as git keeps it: what must stay when it is made anew.
struct RawCommit {
  /// The author, as variables of the environment.
  private(set) var author: [String: String] = [:]
  /// How the message is encoded; nil for UTF-8.
  private(set) var encoding: String?
  /// The message.
  private(set) var message: [UInt8] = []

  /// Who makes a commit that nobody keeps.
  static let nobody = [
    "GIT_AUTHOR_NAME": "lectern", "GIT_AUTHOR_EMAIL": "lectern", "GIT_COMMITTER_NAME": "lectern",
    "GIT_COMMITTER_EMAIL": "lectern",
  ]

  /// Reads what `git cat-file commit` prints.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      read(String(decoding: line, as: UTF8.self))
    }
    message = Array(rest)
  }

  private mutating func read(_ header: String) {
    if header.hasPrefix("encoding ") { encoding = String(header.dropFirst(9)) }
    guard header.hasPrefix("author "), let open = header.lastIndex(of: "<"),
      let close = header.lastIndex(of: ">"), open < close
    else { return }
    let name = header[..<open].dropFirst(7)
    author["GIT_AUTHOR_NAME"] = String(name.hasSuffix(" ") ? name.dropLast() : name)
    author["GIT_AUTHOR_EMAIL"] = String(header[open...].dropFirst().prefix { $0 != ">" })
    author["GIT_AUTHOR_DATE"] = "@" + header[header.index(after: close)...].drop { $0 == " " }
  }
}

import ReviewCore

/// The names that programs give to copies: those that sync folders (Dropbox, Nextcloud, ownCloud,
/// Syncthing, Seafile, OneDrive, iCloud, Google Drive), those that copy files, editors, git.
enum CopyName {
  /// The name of the file that `name` is a copy of; nil where nothing in it says that it is one.
  /// O(length).
  ///
  /// `ada (conflicted copy 2026-03-01).json`, `Copy of ada.json` and `ada.json.orig` are copies of
  /// `ada.json`; so is a copy of a copy.
  static func original(of name: String) -> String? {
    guard let end = name.indices.first(where: { name[$0...].hasPrefix(ending) }) else { return nil }
    let tail = name[name.index(end, offsetBy: ending.count)...]
    // "ada.json.orig", "ada.json~", "ada.json~HEAD"
    if let mark = tail.first, mark != ".", mark != "~" { return nil }
    var stem = name[..<end]
    for _ in 0..<4 {
      guard let shorter = withoutMark(stem) else { break }
      stem = shorter
    }
    let original = String(stem) + ending
    return stem.isEmpty || original == name ? nil : original
  }

  /// The ids whose file a name that is an id itself may be a copy of: `ada` for `ada-laptop`, as
  /// OneDrive names what another computer wrote. Only its content can tell.
  static func possibleOriginals(of person: Identifier) -> [Identifier] {
    let text = person.text
    return text.indices.dropFirst().filter { [".", "-", "_"].contains(text[$0]) }
      .compactMap { Identifier(String(text[..<$0])) }
  }

  /// Whether a name has anything of a copy, though nobody can say of which file.
  static func hasMark(_ name: String) -> Bool {
    let name = name.lowercased()
    let marks = ["conflict", "copy", " (", ".orig", ".bak", ".rej", ".mine", ".theirs", "~"]
    return marks.contains { mark in name.indices.contains { name[$0...].hasPrefix(mark) } }
  }

  private static let ending = ".json"

  /// What stands behind the name of the file: a word, and whatever follows it.
  private static let marks = [
    ".sync-conflict-", "_conflict-", "-conflict", ".conflict", " conflict", "_backup_", "_base_",
    "_local_", "_remote_", " - copy", "-copy", "_copy", ".copy", " copy", ".orig", ".bak",
    ".mine", ".theirs",
  ]

  private static func withoutMark(_ stem: Substring) -> Substring? {
    // Only letters of ASCII change their case here, so that places stay places.
    let lower = Array(stem.utf8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func isAt(_ place: Int, _ mark: String) -> Bool { lower[place...].starts(with: mark.utf8) }
    func upTo(_ place: Int) -> Substring {
      Substring(stem.utf8.prefix(place))
    }
    // "Copy of ada", "Copy (2) of ada"
    if isAt(0, "copy "), let of = lower.indices.first(where: { isAt($0, " of ") }) {
      return Substring(stem.utf8.dropFirst(of + 4))
    }
    // "ada (1)", "ada (Kenji's conflicted copy 2026-03-01)"
    if lower.last == UInt8(ascii: ")"), let open = lower.lastIndex(of: UInt8(ascii: "(")) {
      let end = lower[..<open].lastIndex { $0 != 0x20 && $0 != UInt8(ascii: "_") }
      if let end { return upTo(end + 1) }
    }
    let mark = lower.indices.dropFirst().first { place in marks.contains { isAt(place, $0) } }
    if let mark { return upTo(mark) }
    // "ada 2"
    guard let space = lower.lastIndex(of: 0x20), space > 0 else { return nil }
    let digits = lower[(space + 1)...]
    let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber && (1...2).contains(digits.count) ? upTo(space) : nil
  }
}

extension FolderFile {
  /// The file that a name in a folder says it is a copy of; nil where it says nothing.
  ///
  /// - Parameter subfolder: `reviews`, `decisions`, or nil for the review folder itself.
  static func original(ofCopy name: String, in subfolder: String?) -> FolderFile? {
    guard let original = CopyName.original(of: name) else { return nil }
    guard let subfolder else { return topLevel.first { $0.name == original } }
    guard let person = person(ofFile: original) else { return nil }
    return subfolder == reviewsFolder ? .reviews(person) : .decisions(person)
  }
}

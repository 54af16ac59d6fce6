import ReviewCore
import TerminalUI

/// Makes the lines of what the committee said of a proposal.
struct DiscussionText {
  let event: Event
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int

  /// The lines of some entries, with those of each; a blank line between two.
  ///
  /// - Parameter unread: which of them are new to the viewer.
  func lines(
    of entries: [DiscussionThread.Entry], unread: Set<ReadKey>
  ) -> (lines: [StyledLine], places: [Range<Int>]) {
    var lines: [StyledLine] = []
    var places: [Range<Int>] = []
    for entry in entries {
      if !lines.isEmpty { lines.append(.blank) }
      let start = lines.count
      lines.append(heading(of: entry, isNew: unread.contains(entry.key)))
      lines += wrap(entry.text, columns: max(1, columns - 2)).map {
        StyledLine("  \($0)", theme.text)
      }
      places.append(start..<lines.count)
    }
    return (lines, places)
  }

  /// What stands in the pane beside the list: the remarks alone, since the comments stand with their
  /// reviews; nothing where the viewer sees none.
  func section(
    of seen: SeenProposal, read: Set<ReadKey>, reasonForHiding: String?,
    heading: (String, String?) -> [StyledLine]
  ) -> [StyledLine] {
    // A thread without reviews is one of remarks.
    let entries = DiscussionThread(of: seen, viewer: nil).entries.filter { $0.kind == .remark }
    guard !entries.isEmpty else { return [] }
    let unread = Set(entries.filter { !$0.isMine && !read.contains($0.key) }.map(\.key))
    let new = unread.isEmpty ? "" : ", \(unread.count) new"
    let count = entries.count == 1 ? "1 remark" : "\(entries.count) remarks"
    let hidden = reasonForHiding.map { ". \($0)" } ?? ""
    return heading("Discussion", "\(count)\(new)\(hidden)")
      + [.blank] + lines(of: entries, unread: unread).lines
  }

  /// Who, when, what sort of thing, and whether it is new; the name is cut before anything else.
  private func heading(of entry: DiscussionThread.Entry, isNew: Bool) -> StyledLine {
    let name = entry.isMine ? "You" : event.member(entry.author)?.name ?? entry.author.text
    let time = entry.at.map { columns >= 56 ? $0.minute : "\($0.day)" }
    let kind = entry.kind == .comment ? "review's comment" : nil
    let facts = [time, kind].compactMap(\.self).joined(separator: " \(glyphs.separator) ")
    let end = isNew ? "  new" : ""
    let room = columns - 2 - DisplayWidth.of(facts) - DisplayWidth.of(end)
    let shown = clipped(
      DisplayText.line(name), columns: max(4, room), ellipsis: glyphs.ellipsis)
    var line = StyledLine(shown.text, theme.text.with(.bold))
    line.add("  \(facts)", theme.faint)
    if isNew { line.add(end, theme.key) }
    return line
  }
}

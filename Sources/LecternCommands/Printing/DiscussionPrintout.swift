import ReviewCore
import TerminalUI

/// What the committee said of a proposal, for people and for programs.
struct DiscussionPrintout {
  let thread: DiscussionThread
  let summit: SeenSummit

  /// Reads the thread of a proposal as the viewer sees it.
  init(of seen: SeenProposal, in summit: SeenSummit) {
    thread = DiscussionThread(of: seen, viewer: summit.viewer?.id)
    self.summit = summit
  }

  /// The lines for people, wrapped to a measure, the oldest first.
  func lines(columns: Int) -> [String] {
    var lines: [String] = []
    for entry in thread.entries {
      if !lines.isEmpty { lines.append("") }
      lines += wrap(heading(of: entry), columns: columns)
      lines += wrap(entry.text, columns: max(8, columns - 2)).map { "  \($0)" }
    }
    return lines
  }

  private func heading(of entry: DiscussionThread.Entry) -> String {
    let name = summit.event.member(entry.author)?.name ?? entry.author.text
    let kind = entry.kind == .comment ? ", comment of the review" : ""
    let id = entry.kind == .remark && entry.isMine ? ", \(entry.id)" : ""
    return "\(name)\(entry.at.map { ", \($0.minute)" } ?? "")\(kind)\(id)"
  }

  /// `[{"id","author","at","kind","text","mine"}]`
  var json: JSONValue {
    .array(
      thread.entries.map { entry in
        [
          "id": .string(entry.id), "author": .string(entry.author.text),
          "at": .optional(entry.at?.description), "kind": .string(entry.kind.rawValue),
          "text": .string(entry.text), "mine": .bool(entry.isMine),
        ]
      })
  }
}

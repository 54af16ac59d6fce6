package import ReviewCore
import TerminalUI

/// The discussion of one proposal over the screen, with the line in which one answers.
package struct ThreadPage: Equatable, Sendable {
  /// The proposal.
  package let proposal: ProposalID
  /// What is being written, kept while one only reads.
  package var editor: NoteEditor
  /// Whether keys go to what is being written.
  package var isWriting = false
  /// What was not read yet when it came on the screen.
  package var unread: Set<ReadKey> = []
  /// What was said, the oldest first.
  package private(set) var entries: [DiscussionThread.Entry] = []
  /// The lines of all of it.
  package private(set) var lines: [StyledLine] = []
  /// The lines of each entry.
  package private(set) var places: [Range<Int>] = []
  /// Which entry is selected; nil where there is none.
  package private(set) var selection: Int?
  /// The first line on the screen.
  package private(set) var offset = 0
  /// How many lines are on the screen at once.
  package private(set) var height = 1
  /// What the lines were made of; nil before they were.
  private var made: Made?

  /// What the lines depend on.
  struct Made: Equatable, Sendable {
    var columns: Int
    var version: Int
    var unread: Set<ReadKey>
  }

  /// Opens a discussion on a draft that was begun.
  init(_ proposal: ProposalID, draft: String?) {
    self.proposal = proposal
    editor = NoteEditor(NoteKey(proposal, .remark), saved: "", draft: draft)
  }

  /// The entry that is selected; nil where there is none.
  package var selected: DiscussionThread.Entry? {
    selection.flatMap { entries.indices.contains($0) ? entries[$0] : nil }
  }

  /// Whether the lines must be made anew.
  func needs(_ made: Made) -> Bool { self.made != made }

  /// Takes in what is shown. At first the oldest entry that was not read is on top, else the newest
  /// is in sight; later the one that is selected stays so, and what was said last is followed where
  /// it was in sight.
  mutating func show(
    _ entries: [DiscussionThread.Entry], _ text: (lines: [StyledLine], places: [Range<Int>]),
    made: Made
  ) {
    let isFirst = self.made == nil
    let old = selected
    let wasLast = selection.map { $0 == self.entries.count - 1 } ?? true
    (self.entries, lines, places) = (entries, text.lines, text.places)
    self.made = made
    let firstUnread = entries.firstIndex { unread.contains($0.key) }
    let kept = old.flatMap { old in
      entries.firstIndex { $0.kind == old.kind && $0.author == old.author && $0.id == old.id }
    }
    if isFirst, let firstUnread {
      selection = firstUnread
      offset = places[firstUnread].lowerBound
    } else if isFirst || wasLast {
      selection = entries.isEmpty ? nil : entries.count - 1
      bringSelectionIntoSight()
    } else {
      selection = kept ?? (entries.isEmpty ? nil : min(selection ?? 0, entries.count - 1))
    }
    scroll(by: 0)
  }

  /// Takes in how many lines there is room for.
  mutating func fit(height: Int) {
    guard height != self.height else { return scroll(by: 0) }
    let atEnd = offset + self.height >= lines.count
    self.height = height
    scroll(by: atEnd ? lines.count : 0)
  }

  /// Selects the entry so many further, and brings it into sight; one that is longer than the screen
  /// is gone through first.
  mutating func move(by count: Int) {
    guard let selection, !entries.isEmpty else { return }
    let place = places[selection]
    if count > 0, place.upperBound > offset + height, place.lowerBound <= offset {
      return scroll(by: min(max(1, height - 2), place.upperBound - offset - height))
    }
    if count < 0, place.lowerBound < offset {
      return scroll(by: -min(max(1, height - 2), offset - place.lowerBound))
    }
    self.selection = max(0, min(selection + count, entries.count - 1))
    bringSelectionIntoSight()
  }

  /// Selects the first entry, or the last.
  mutating func select(last: Bool) {
    guard !entries.isEmpty else { return }
    selection = last ? entries.count - 1 : 0
    scroll(by: last ? lines.count : -lines.count)
  }

  /// Scrolls by lines, not beyond the ends.
  mutating func scroll(by count: Int) {
    offset = max(0, min(offset + count, lines.count - height))
  }

  private mutating func bringSelectionIntoSight() {
    guard let selection else { return }
    let place = places[selection]
    if place.upperBound > offset + height { offset = place.upperBound - height }
    // Where it does not fit as a whole, its beginning is in sight.
    if place.lowerBound < offset { offset = place.lowerBound }
  }
}

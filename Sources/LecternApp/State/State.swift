package import ReviewCore
package import TerminalUI

/// Everything that the interface shows. `update` is the only thing that changes it.
package struct State: Sendable {
  // What is reviewed
  /// What the viewer may see: the only thing that screens draw from.
  package var seen: SeenSummit
  /// How far the viewer is.
  package var progress: Progress
  /// What could not be read in the folder.
  package var faults: [Fault]
  /// What everybody said; only `update` reads it, to see anew what a change opens.
  var summit: Summit
  /// The time of the newest message.
  package var now: Timestamp

  // What is shown
  /// The size of the terminal.
  package var size: Size
  /// The symbols to draw.
  package let glyphs: Glyphs
  /// The looks.
  package let theme: Theme
  /// The keys.
  package let keys: KeyMap
  /// The list.
  package var list = ReviewList()
  /// Whether one proposal is shown over the whole screen.
  package var isReading = false
  /// The text of the selected proposal, and how far it is scrolled.
  package var pane = ReadingPane()
  /// The criterion that the next digit scores, by its place in `criteria`.
  package var criterion = 0
  /// The digits of a number that is being typed, on a scale that takes more than one.
  package var typedNumber = ""
  /// When digits score again, after one of them opened the proposal.
  var digitsCountFrom: Timestamp?
  /// What lies over the screen, the top one last.
  package var overlays: [Overlay] = []
  /// A message that goes away by itself.
  package var toast: Toast?

  // What was said
  /// What is not on the disk yet.
  package var saving = SaveStatus()
  /// What can be undone and redone.
  package var history = History()
  /// Whether the program leaves as soon as all is saved.
  package var isLeaving = false

  /// Makes the state in which the interface opens: on the next proposal of the queue, or asking who
  /// one is.
  package init(
    summit: Summit, faults: [Fault], viewer: Identifier?, size: Size, now: Timestamp,
    glyphs: Glyphs = .unicode, theme: Theme = .standard, keys: KeyMap = .standard
  ) {
    self.summit = summit
    seen = summit.seen(by: viewer, at: now)
    progress = Progress(seen)
    self.faults = faults
    self.now = now
    self.size = size
    self.glyphs = glyphs
    self.theme = theme
    self.keys = keys
    list.fill(from: seen, keeping: ReviewQueue.next(in: seen)?.id)
    isReading = !ReviewLayout.hasRoomForTwo(size)
    criterion = firstOpenCriterion
    if seen.viewer == nil, !seen.event.committee.isEmpty {
      overlays.append(.picker(ReviewerPicker()))
    }
    greet()
    fit()
  }

  /// Where keys are looked up.
  package var context: KeyContext {
    if let overlay = overlays.last { return overlay.context }
    if isReading { return .reading }
    return ReviewLayout.hasRoomForTwo(size) ? .split : .list
  }

  /// Where things stand on the screen.
  package var layout: ReviewLayout {
    ReviewLayout(
      size: size, context: isReading ? .reading : nil, event: seen.event)
  }

  /// The selected proposal; nil in an empty list.
  package var selected: SeenProposal? { list.selectedPlace.map { seen.proposals[$0] } }

  /// When something on the screen changes by itself; nil for never.
  package var deadline: Timestamp? { toast?.until }

  /// Says at the start what the viewer should know.
  private mutating func greet() {
    if let fault = faults.first {
      let count =
        faults.count == 1 ? "1 fault (! shows it)" : "\(faults.count) faults (! shows all)"
      say("\(count): \(fault)", .problem)
    } else if seen.viewer == nil, seen.event.committee.isEmpty {
      say("The committee is empty: lectern committee add ID --name NAME adds to it", .note)
    }
  }

  /// Shows a message about a proposal, its title cut so that what stands around it is in sight.
  mutating func say(_ what: String, of proposal: Proposal, _ end: String = "") {
    let around = DisplayWidth.of(what) + DisplayWidth.of(end) + 2
    let title = clipped(
      DisplayText.line(proposal.title), columns: max(12, size.columns - 4 - around),
      ellipsis: glyphs.ellipsis)
    say("\(what): \(title.text)\(end)")
  }

  /// Shows a message for a while.
  mutating func say(_ text: String, _ kind: Toast.Kind = .done) {
    toast = Toast(text: text, kind: kind, until: now.adding(milliseconds: Toast.lifetime))
  }
}

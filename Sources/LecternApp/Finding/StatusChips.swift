import ReviewCore
import TerminalUI

/// What the list shows, piece by piece: the conditions of the query, the area, the order, marks, the
/// search, and how many proposals there are.
struct StatusChips {
  private let state: State

  init(_ state: State) { self.state = state }

  /// The pieces that there is room for; where it does not suffice, `+2` stands for the rest. How many
  /// proposals there are, the last piece of the review list, is always among them.
  ///
  /// - Parameter columns: the room for all; each piece takes three columns more than its text.
  func chips(columns: Int) -> [State.Chip] {
    switch state.screen {
    case .compare: fitted(state.compareChips, isLastKept: false, columns: columns)
    case .rank: fitted(state.rankChips, isLastKept: false, columns: columns)
    case .shortlist: fitted(state.shortlistChips, isLastKept: false, columns: columns)
    case .insights: fitted(state.insightsChips, isLastKept: false, columns: columns)
    case .committee: fitted(committeeChips, isLastKept: false, columns: columns)
    case .review: fitted(listChips, isLastKept: true, columns: columns)
    }
  }

  private func fitted(_ chips: [State.Chip], isLastKept: Bool, columns: Int) -> [State.Chip] {
    let longest = max(12, columns / 3)
    let all: [State.Chip] = chips.map { chip in
      // A sentence is cut at the end only, where all before it is in sight.
      let text = clipped(chip.text, columns: longest, ellipsis: state.glyphs.ellipsis).text
      return (text: text, style: chip.style)
    }
    func width(_ chip: State.Chip) -> Int { DisplayWidth.of(chip.text) + 3 }
    if chips.map(width).reduce(0, +) <= columns { return chips }
    if all.map(width).reduce(0, +) <= columns { return all }
    guard let last = all.last else { return [] }
    // Three columns and the digits of a number.
    var room = columns - 5 - (isLastKept ? width(last) : 0)
    var shown: [State.Chip] = []
    for chip in isLastKept ? all.dropLast() : all[...] {
      guard width(chip) <= room else { break }
      shown.append(chip)
      room -= width(chip)
    }
    let left = all.count - shown.count - (isLastKept ? 1 : 0)
    return shown + [(text: "+\(left)", style: state.theme.key)] + (isLastKept ? [last] : [])
  }

  /// How many members and chairs there are.
  private var committeeChips: [State.Chip] {
    let committee = state.seen.event.committee
    let chairs = committee.count { $0.isChair }
    let members = committee.count == 1 ? "1 member" : "\(committee.count) members"
    let chips = [members, chairs == 1 ? "1 chair" : "\(chairs) chairs"]
    return chips.map { (text: $0, style: state.theme.text) }
  }

  /// The name of the view that the list shows, which stands for its filter and its order; nil where it
  /// has none.
  var viewChip: State.Chip? {
    state.viewName.map { (text: DisplayText.line($0), style: state.theme.key) }
  }

  /// The area that is shown alone; nil for none.
  var areaChip: State.Chip? {
    state.list.area.map { area in
      let place = state.seen.event.focusAreas.firstIndex { $0.id == area }
      let name = place.map { state.seen.event.focusAreas[$0].short } ?? area.text
      return (text: "\(state.glyphs.diamond) \(name)", style: state.theme.area(place))
    }
  }

  /// What is searched for, and how often it is there; nil for nothing.
  var searchChip: State.Chip? {
    guard let search = state.search, let count = state.matchCount else { return nil }
    let text = clipped(search.text, columns: 20, ellipsis: state.glyphs.ellipsis).text
    let short = count.split(separator: " ").dropLast().joined(separator: " ")
    return (text: "/\(text) \(search.count == 0 ? count : short)", style: state.theme.match)
  }

  private var listChips: [State.Chip] {
    let (theme, list) = (state.theme, state.list)
    var chips = viewChip.map { [$0] } ?? queryChips
    if viewChip == nil, let areaChip { chips.append(areaChip) }
    if viewChip == nil, list.order != .queue {
      let arrow = list.order.isReversed ? state.glyphs.down : state.glyphs.up
      chips.append((text: "by \(list.order.key.short) \(arrow)", style: theme.text))
    }
    if !list.marks.isEmpty {
      chips.append((text: "\(list.marks.count) marked", style: theme.key))
    }
    if let searchChip { chips.append(searchChip) }
    let (count, total) = (list.rows.count, state.seen.proposals.count)
    if count == 0 {
      let text = list.isFiltered ? "none of \(total)" : "no proposals"
      chips.append((text: text, style: theme.warning))
    } else {
      let text = list.isFiltered ? "\(count) of \(total)" : "\(total) proposals"
      chips.append((text: text, style: theme.text))
    }
    return chips
  }

  /// The conditions of the query, in words.
  var queryChips: [State.Chip] {
    let (theme, query) = (state.theme, state.list.query)
    guard query != .everything else { return [] }
    do throws(QueryError) {
      let chips = try QueryChips(query.text)
      let label = ChipLabel(event: state.seen.event)
      return chips.chips.indices.map {
        (text: label.words(of: $0, in: chips), style: theme.key)
      }
    } catch {
      return [(text: query.text.trimmed, style: theme.key)]
    }
  }
}

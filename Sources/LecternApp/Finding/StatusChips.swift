import ReviewCore
import TerminalUI

/// What the list shows, piece by piece: the conditions of the query, the area, the order, marks, the
/// search, and how many proposals there are.
struct StatusChips {
  private let state: State

  init(_ state: State) { self.state = state }

  /// One piece.
  struct Chip: Equatable {
    var text: String
    var style: Style
  }

  /// The pieces that there is room for; where it does not suffice, `+2` stands for the rest, and the
  /// last piece, which says how many proposals there are, stays.
  ///
  /// - Parameter columns: the room for all; each piece takes three columns more than its text.
  func chips(columns: Int) -> [Chip] {
    let longest = max(12, columns / 3)
    let all = self.all.map { chip in
      let shown = clipped(chip.text, columns: longest, ellipsis: state.glyphs.ellipsis)
      return Chip(text: shown.text, style: chip.style)
    }
    let widths = all.map { DisplayWidth.of($0.text) + 3 }
    if widths.reduce(0, +) <= columns { return all }
    guard let last = all.last, let lastWidth = widths.last else { return all }
    // Three columns and the digits of a number.
    var room = columns - lastWidth - 5
    var shown: [Chip] = []
    for (chip, width) in zip(all.dropLast(), widths) {
      guard width <= room else { break }
      shown.append(chip)
      room -= width
    }
    let left = all.count - 1 - shown.count
    return shown + [Chip(text: "+\(left)", style: state.theme.key), last]
  }

  private var all: [Chip] {
    let (theme, list) = (state.theme, state.list)
    var chips = queryChips
    if let area = list.area {
      let place = state.seen.event.focusAreas.firstIndex { $0.id == area }
      let name = place.map { state.seen.event.focusAreas[$0].short } ?? area.text
      chips.append(Chip(text: "\(state.glyphs.diamond) \(name)", style: theme.area(place)))
    }
    if list.order != .queue {
      let arrow = list.order.isReversed ? state.glyphs.down : state.glyphs.up
      chips.append(Chip(text: "by \(list.order.key.short) \(arrow)", style: theme.text))
    }
    if !list.marks.isEmpty {
      chips.append(Chip(text: "\(list.marks.count) marked", style: theme.key))
    }
    if let search = state.search, let count = state.matchCount {
      let text = clipped(search.text, columns: 20, ellipsis: state.glyphs.ellipsis).text
      let short = count.split(separator: " ").dropLast().joined(separator: " ")
      chips.append(
        Chip(text: "/\(text) \(search.count == 0 ? count : short)", style: theme.match))
    }
    let (count, total) = (list.rows.count, state.seen.proposals.count)
    if count == 0 {
      let text = list.isFiltered ? "none of \(total)" : "no proposals"
      chips.append(Chip(text: text, style: theme.warning))
    } else {
      let text = list.isFiltered ? "\(count) of \(total)" : "\(total) proposals"
      chips.append(Chip(text: text, style: theme.text))
    }
    return chips
  }

  private var queryChips: [Chip] {
    let (theme, query) = (state.theme, state.list.query)
    guard query != .everything else { return [] }
    do throws(QueryError) {
      let chips = try QueryChips(query.text)
      let label = ChipLabel(event: state.seen.event)
      return chips.chips.indices.map {
        Chip(text: label.words(of: $0, in: chips), style: theme.key)
      }
    } catch {
      return [Chip(text: query.text.trimmed, style: theme.key)]
    }
  }
}

import ReviewAnalysis
import ReviewCore
import TerminalUI

/// What stands on the line under the header of the screens Rank and Shortlist.
extension State {
  /// A fact on the line under the header.
  typealias Chip = (text: String, style: Style)

  /// The filter, the method, and what is not shown.
  var rankChips: [Chip] {
    guard let table = rank.table else { return [] }
    var chips = filterChips(table)
    if !list.isFiltered {
      chips.append((Self.counted(table.ranking.entries.count, "proposal"), theme.text))
    }
    chips.append((methodWords(table), theme.text))
    chips += hiddenChips(table)
    chips += uncertainChips(table)
    if table.hasFewReviews {
      chips.append(
        ("\(glyphs.alert) fewer than \(Self.counted(table.fewestReviews, "review"))", theme.faint))
    }
    return chips
  }

  /// The filter, and what is decided.
  var shortlistChips: [Chip] {
    guard let table = rank.table, let use = shortlist.use else { return [] }
    var chips = filterChips(table)
    for outcome in [Decision.Outcome.accept, .waitlist, .decline] {
      let count = use.counts[outcome] ?? 0
      chips.append(("\(count) \(outcome.word)", count > 0 ? theme.style(of: outcome) : theme.faint))
    }
    chips.append(("\(use.counts[.undecided] ?? 0) open", theme.text))
    chips.append((methodWords(table), theme.faint))
    return chips + hiddenChips(table)
  }

  /// By which method the rows stand, and that a newer order is on its way.
  private func methodWords(_ table: RankingTable) -> String {
    let words =
      switch table.ranking.method {
      case .calibrated: "calibrated"
      case .mean, .median: "by the \(table.ranking.method.rawValue)"
      case .majority: "by majority grade"
      case .comparison: "by \(Self.counted(table.ranking.comparisonCount ?? 0, "comparison"))"
      }
    return rank.isPending ? "\(words), ranking anew\(glyphs.ellipsis)" : words
  }

  /// Why the scores are not calibrated, or what they leave open.
  private func uncertainChips(_ table: RankingTable) -> [Chip] {
    if case .tooFew(_, let scores, _)? = table.ranking.fallback {
      return [("\(Self.counted(scores, "score")): too few to calibrate", theme.faint)]
    }
    return table.greyCount > 0
      ? [("\(table.greyCount) too close to call", theme.near)] : []
  }

  /// The filter of the list, which holds here too, with how many it lets through.
  private func filterChips(_ table: RankingTable) -> [Chip] {
    let status = StatusChips(self)
    let search = status.searchChip.map { [$0] } ?? []
    guard list.isFiltered else { return search }
    var chips = status.viewChip.map { [$0] } ?? status.queryChips
    if status.viewChip == nil, let area = status.areaChip { chips.append(area) }
    let count = table.rows.count
    chips.append(
      (
        "\(count == 0 ? "none" : "\(count)") of \(table.ranking.entries.count), Esc shows all",
        count == 0 ? theme.warning : theme.text
      ))
    return chips + search
  }

  /// What the ranking leaves out since the viewer may not see it, and until when.
  private func hiddenChips(_ table: RankingTable) -> [Chip] {
    let closed = table.conflictCount
    let hidden = table.hiddenCount - closed
    var chips: [Chip] = []
    if hidden > 0 {
      let it = hidden == 1 ? "it" : "them"
      let until =
        switch (seen.viewer, seen.event.rules.otherReviews) {
        case (nil, _): "\(hidden) hidden until you say who you are"
        case (_, .afterMine): "\(hidden) hidden until you scored \(it)"
        case (_, .afterDeadline): "\(hidden) hidden until the deadline"
        case (_, .always), (_, .never): "by your own scores alone"
        }
      chips.append((until, theme.near))
    }
    if closed > 0 { chips.append(("\(closed) hidden by a conflict", theme.near)) }
    return chips
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

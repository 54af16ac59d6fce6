import ReviewCore
import TerminalUI

/// Makes the lines that a proposal is read as.
struct ProposalText {
  let event: Event
  let viewer: Identifier?
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int
  /// The keys, for those that are named.
  let keys: KeyMap

  /// The lines of the proposal's own texts: abstract, notes, answers.
  func body(of proposal: Proposal) -> [StyledLine] {
    var lines = proposal.abstract.map(rendered) ?? wrapped("(no abstract)", theme.faint)
    lines += section("Notes to the committee", proposal.notes)
    for answer in proposal.answers where !answer.answer.trimmed.isEmpty {
      lines += section(answer.question.trimmed, answer.answer)
    }
    return lines
  }

  /// All lines: title, facts, the body, speakers, what was said.
  func lines(
    of seen: SeenProposal, privateNote: String?, related: StyledLine? = nil,
    similar: (words: String, style: Style)?,
    around body: [StyledLine]
  ) -> [StyledLine] {
    let proposal = seen.proposal
    var lines = wrapped(proposal.title, theme.title)
    lines += wrapped(facts(of: proposal), theme.faint)
    lines += labels(of: proposal)
    lines += notices(of: seen)
    if let related { lines.append(related) }
    if let similar { lines += wrapped(similar.words.capitalizedFirst, similar.style) }
    lines.append(.blank)
    lines += body
    lines += speakers(of: seen)
    lines += section("Your private note", privateNote)
    lines += ReviewText(
      event: event, viewer: viewer, theme: theme, glyphs: glyphs, columns: columns,
      section: section
    ).lines(of: seen)
    return lines
  }

  func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
    wrap(text, columns: columns).enumerated().map { place, words in
      var line = StyledLine(words, style)
      if place > 0 { line.joint = .afterSpace }
      return line
    }
  }

  /// The lines of a text in which Markdown may stand.
  func rendered(_ text: String) -> [StyledLine] {
    Markdown.lines(text, columns: columns, symbols: MarkdownSymbols(glyphs))
      .map { StyledLine($0, theme, theme.text) }
  }

  func facts(of proposal: Proposal) -> String {
    let format = proposal.format.flatMap { event.format($0) }
    let round = event.rounds.count > 1 ? event.round(of: proposal)?.name : nil
    let minutes = format?.minutes.map { "\($0) min" }
    let facts = [
      format?.name ?? proposal.format?.text, minutes, proposal.level, round, "id \(proposal.id)",
    ]
    return facts.compactMap(\.self).joined(separator: " \(glyphs.separator) ")
  }

  /// The focus areas, each with its mark, then the tags; on as many lines as they take.
  func labels(of proposal: Proposal) -> [StyledLine] {
    var labels: [StyledLine.Span] = proposal.focusAreas.map { area in
      let place = event.focusAreas.firstIndex { $0.id == area }
      let name = place.map { event.focusAreas[$0].short } ?? area.text
      return .init(text: "\(glyphs.diamond) \(name)", style: theme.area(place))
    }
    labels += proposal.tags.map { .init(text: $0, style: theme.faint) }
    var lines: [StyledLine] = []
    var used = 0
    for label in labels {
      let width = DisplayWidth.of(DisplayText.line(label.text))
      if lines.isEmpty || used + 2 + width > columns {
        lines.append(.blank)
        used = 0
      } else {
        lines[lines.count - 1].add("  ", theme.text)
        used += 2
      }
      lines[lines.count - 1].add(label.text, label.style)
      used += width
    }
    return lines
  }

  func notices(of seen: SeenProposal) -> [StyledLine] {
    var lines: [StyledLine] = []
    if seen.proposal.isWithdrawn {
      lines += wrapped("Withdrawn by the speaker: it needs no review.", theme.warning)
    }
    if seen.isStale {
      lines += wrapped(
        "\(glyphs.alert) The text changed after you judged it "
          + "(\(keys.words(for: .changes, in: .split)) shows what); your judgement still counts.",
        theme.warning)
    }
    if seen.myState == .conflict {
      let reason = seen.myReview?.reason ?? "you are one of its speakers"
      lines += wrapped("\(glyphs.barred) In conflict: \(reason)", theme.warning)
    } else if seen.myState == .abstained || seen.myState == .skipped {
      let word = seen.myState == .abstained ? "Abstained" : "Skipped"
      let reason = seen.myReview?.reason.map { ": \($0)" } ?? ""
      lines += wrapped("\(glyphs.dotted) \(word)\(reason)", theme.warning)
    }
    if let decision = seen.decision, decision.outcome != .undecided {
      let reason = decision.reason.map { ": \($0)" } ?? ""
      lines += wrapped("Decided: \(decision.outcome.rawValue)\(reason)", theme.good)
    }
    return lines
  }

  func speakers(of seen: SeenProposal) -> [StyledLine] {
    guard let speakers = seen.speakers else {
      return event.rules.speakers == .shown
        ? [] : [.blank, rule("Speakers")] + wrapped(hiddenSpeakers, theme.faint)
    }
    if speakers.isEmpty { return [] }
    var lines: [StyledLine] = [.blank, rule(speakers.count == 1 ? "Speaker" : "Speakers")]
    for (place, speaker) in speakers.enumerated() {
      if place > 0 { lines.append(.blank) }
      let facts = [speaker.name, speaker.organization, speaker.tagline].compactMap(\.self)
      lines += wrapped(facts.joined(separator: " \(glyphs.separator) "), theme.text.with(.bold))
      if let bio = speaker.bio { lines += rendered(bio) }
      for link in speaker.links { lines += wrapped(link, theme.faint) }
    }
    return lines
  }

  private var hiddenSpeakers: String {
    event.rules.speakers == .afterScoring
      ? "Shown once you have scored the proposal." : "Hidden in this review."
  }

  /// A heading with a text under it; nothing without a text.
  func section(_ title: String, _ text: String?) -> [StyledLine] {
    guard let text, !text.trimmed.isEmpty else { return [] }
    return [.blank, rule(title)] + rendered(text)
  }

  private func rule(_ title: String) -> StyledLine {
    let shown = clipped(title, columns: max(1, columns - 4), ellipsis: glyphs.ellipsis)
    let line = String(repeating: glyphs.horizontal, count: max(0, columns - shown.width - 1))
    return StyledLine(spans: [
      .init(text: shown.text, style: theme.faint),
      .init(text: " \(line)", style: theme.line),
    ])
  }
}

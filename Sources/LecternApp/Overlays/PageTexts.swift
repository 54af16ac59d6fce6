import ReviewCore
import TerminalUI

/// The help: what each key does, from the key table.
struct HelpText {
  let keys: KeyMap
  let theme: Theme
  let glyphs: Glyphs
  let columns: Int

  /// The keys of a context, or of all, as far as they hold what was typed.
  func lines(
    for context: KeyContext, showsAll: Bool, holding words: String
  ) -> [StyledLine] {
    let words = words.folded.split(separator: " ")
    var lines: [StyledLine] = []
    for shown in showsAll ? KeyContext.allCases : [context] {
      let found = self.lines(of: shown, holding: words)
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      if showsAll { lines.append(StyledLine(shown.title, theme.title)) }
      lines += found
    }
    if words.isEmpty { lines += legend }
    if lines.isEmpty { lines.append(StyledLine("No key does that here.", theme.faint)) }
    return lines
  }

  /// What the signs before the titles mean.
  private var legend: [StyledLine] {
    let signs = [
      (glyphs.empty, "not scored yet"), (glyphs.half, "draft"), (glyphs.full, "scored"),
      (glyphs.dotted, "abstained (abs) or skipped (skip)"),
      (glyphs.barred, "conflict of interest (coi)"),
      (glyphs.alert, "the text changed after you judged it"),
      (glyphs.times, "withdrawn by the speaker (gone)"),
    ]
    return [.blank, StyledLine("Signs", theme.title)]
      + signs.map { sign, meaning in
        var line = StyledLine(padded(sign, columns: 22), theme.key)
        line.add("  \(meaning)", theme.text)
        return line
      }
  }

  private func lines(of context: KeyContext, holding words: [Substring]) -> [StyledLine] {
    let bindings = keys.bindings.filter { binding in
      guard binding.contexts.contains(context), !binding.keys.isEmpty else { return false }
      let text = "\(binding.labels.joined(separator: " ")) \(binding.name) \(binding.help)".folded
      return words.allSatisfy { text.contains($0) }
    }
    var lines: [StyledLine] = []
    for binding in bindings {
      // Ten digits are one line.
      if case .digit(let digit) = binding.command, digit != 1 { continue }
      let labels = binding.hasDigits ? "0-9" : binding.labels.joined(separator: ", ")
      let text = wrap(binding.help, columns: max(10, columns - 24))
      for (place, words) in text.enumerated() {
        var line = StyledLine(padded(place == 0 ? labels : "", columns: 22), theme.key)
        line.add("  \(words)", theme.text)
        lines.append(line)
      }
    }
    return lines
  }
}

/// The whole rubric with its guide.
struct RubricText {
  let rubric: Rubric
  let theme: Theme
  let columns: Int

  var lines: [StyledLine] {
    if rubric.criteria.isEmpty {
      return [StyledLine("One overall score, \(rubric.scale.description).", theme.text)]
    }
    var lines: [StyledLine] = []
    for (place, criterion) in rubric.criteria.enumerated() {
      if place > 0 { lines.append(.blank) }
      lines.append(title(of: criterion))
      if let question = criterion.question {
        lines += wrap(question, columns: columns).map { StyledLine($0, theme.faint) }
      }
      for guide in criterion.guide.reversed() {
        let text = wrap(guide.text, columns: max(10, columns - 5))
        for (place, words) in text.enumerated() {
          let number = place == 0 ? JSONNumber(guide.score).text : ""
          var line = StyledLine(padded(number, columns: 3, alignment: .right), theme.key)
          line.add("  \(words)", theme.text)
          lines.append(line)
        }
      }
    }
    return lines
  }

  private func title(of criterion: Criterion) -> StyledLine {
    var facts: [String] = []
    if criterion.weight != 1 { facts.append("weight \(JSONNumber(criterion.weight).text)") }
    if !criterion.isRequired { facts.append("may be left out") }
    var line = StyledLine(criterion.name, theme.title)
    if !facts.isEmpty { line.add("  \(facts.joined(separator: ", "))", theme.faint) }
    return line
  }
}

/// The faults of the folder, each with what to do about it.
struct FaultText {
  let faults: [Fault]
  let viewer: Identifier?
  let theme: Theme
  let columns: Int

  var lines: [StyledLine] {
    faults.enumerated().flatMap { number, fault -> [StyledLine] in
      let place = fault.position.map { ":\($0.line):\($0.column)" } ?? ""
      let style = fault.severity == .error ? theme.bad : theme.warning
      return (number > 0 ? [.blank] : []) + [StyledLine("\(fault.path ?? "")\(place)", style)]
        + wrap("\(fault.problem). \(fault.remedy).", columns: columns).map {
          StyledLine($0, theme.text)
        }
        + (fault.mender != nil && fault.mender == viewer
          ? [StyledLine("It is yours: Enter merges it now.", theme.title)] : [])
    }
  }
}

import ReviewCore
import TerminalUI

extension State {
  /// The hint of the first run that is shown just now; nil once all were read, and wherever
  /// something else has the line.
  package var introduction: Introduction? {
    guard settings.showsHints, seen.viewer != nil, screen == .review, toast == nil, work == nil,
      !list.rows.isEmpty,
      !list.isFiltered, list.marks.isEmpty, search == nil,
      progress.judged < progress.total
    else { return nil }
    return Introduction(rawValue: personal.hintsRead)
  }

  /// The hint in words, in the longest form that there is room for beside what dismisses it.
  func words(of hint: Introduction, columns: Int) -> String {
    let forms = forms(of: hint)
    return forms.first { DisplayWidth.of($0) <= columns } ?? forms[forms.count - 1]
  }

  /// The hint in words, from the longest form to the shortest.
  private func forms(of hint: Introduction) -> [String] {
    let scale = seen.rubric.scale
    let digits = scale.isOneDigit ? "\(Int(scale.low))-\(Int(scale.high))" : "a number"
    return switch hint {
    case .scoring where context == .list:
      [
        "\(key(of: .open)) opens the proposal; there \(digits) scores it.",
        "\(key(of: .open)) opens one to score it.",
      ]
    case .scoring:
      [
        "Read, then press \(digits) for the criterion that is marked; \(key(of: .rubric)) is its guide.",
        "Read; \(digits) scores the criterion that is marked.",
        "\(digits) scores the marked criterion.",
      ]
    case .goingOn:
      [
        "The last score saves it and opens the next. \(key(of: .undo)) undoes, \(key(of: .note)) is a note.",
        "The last score saves it and goes on. \(key(of: .undo)) undoes.",
        "The last one saves; \(key(of: .undo)) undoes.",
      ]
    case .finding:
      [
        "\(key(of: .help)) shows all keys, \(key(of: .palette)) finds any command, \(key(of: .quit)) leaves. "
          + "All is saved as you go.",
        "\(key(of: .help)) shows all keys, \(key(of: .palette)) finds commands, \(key(of: .quit)) leaves.",
        "\(key(of: .help)) keys, \(key(of: .palette)) commands, \(key(of: .quit)) leaves.",
      ]
    }
  }

  /// Notes that the person did what a hint tells: it need not be shown any more, nor those before it.
  mutating func didLearn(_ hint: Introduction) {
    guard personal.hintsRead <= hint.rawValue else { return }
    personal.hintsRead = hint.rawValue + 1
  }

  /// Goes on to the next hint, where one is shown; says whether there was one.
  mutating func dismissIntroduction() -> Bool {
    guard overlays.isEmpty, prefix == nil, typedNumber.isEmpty, let hint = introduction else {
      return false
    }
    didLearn(hint)
    return true
  }

  /// Orders it to be kept how many hints were read.
  func keepIntroduction(since read: Int) -> [Effect] {
    guard personal.hintsRead > read else { return [] }
    return [.keep(.hintsRead(personal.hintsRead), of: seen.viewer?.id)]
  }
}

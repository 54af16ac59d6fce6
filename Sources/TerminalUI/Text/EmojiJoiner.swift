/// Tells which emoji are glued to the one before, so that only the first of them is shown.
///
/// Terminals disagree on the width of a joined emoji. A joiner between letters (as in Arabic and
/// the scripts of India) drops nothing but itself.
struct EmojiJoiner {
  private enum State {
    case apart
    case afterEmoji
    case afterJoiner
  }

  private var state = State.apart

  /// Whether `scalar`, the next of the text, is left out as the second part of a joined emoji.
  mutating func drops(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x200D {
      state = .apart
      return false
    }
    if value == 0x200D {
      if state == .afterEmoji { state = .afterJoiner }
      return false
    }
    // Variation selectors, skin tones, keycaps and tags may stand between an emoji and its joiner.
    if state != .apart, ScalarClass(scalar) == .removed { return false }
    guard scalar.isJoinable else {
      state = .apart
      return false
    }
    defer { state = .afterEmoji }
    return state == .afterJoiner
  }
}

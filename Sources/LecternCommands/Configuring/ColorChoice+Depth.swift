import CursesTerminal
import LecternApp

extension ColorChoice {
  /// The most colours to use; nil is what the terminal has.
  var depth: ColorDepth? {
    switch self {
    case .automatic: nil
    case .none: ColorDepth.none
    case .eight: .eight
    case .sixteen: .sixteen
    case .many: .many
    }
  }
}

import ReviewCore
import TerminalUI

extension State {
  /// Takes in what was done with the mouse.
  mutating func use(_ event: MouseEvent) -> [Effect] { [] }
}

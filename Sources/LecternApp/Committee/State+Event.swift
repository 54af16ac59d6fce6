import ReviewCore
import TerminalUI

extension State {
  /// Notes that the event was changed, so that it can be taken back.
  mutating func eventChanged(_ edit: EventEdit, _ inverse: EventEdit, _ name: String) {}
}

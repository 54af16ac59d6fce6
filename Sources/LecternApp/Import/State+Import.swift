import ReviewCore
import TerminalUI

extension State {
  mutating func openImport() {}
  mutating func imported(_ files: [String], isDryRun: Bool, _ report: [String]) {}
  mutating func importFailed(_ files: [String], _ report: [String]) {}
}

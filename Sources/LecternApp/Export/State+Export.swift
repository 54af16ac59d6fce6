import ReviewCore
import ReviewFormats
import TerminalUI

extension State {
  mutating func openExport() -> [Effect] { [] }
  mutating func previewed(_ order: ExportOrder, _ preview: ExportPreview) {}
  mutating func exported(_ order: ExportOrder, _ rows: String) {}
  mutating func exportFailed(_ order: ExportOrder, _ problem: String, isThere: Bool) {}
}

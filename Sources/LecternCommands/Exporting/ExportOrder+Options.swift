import LecternApp
import ReviewCore
import ReviewFormats

extension ExportOrder {
  /// The options of the export, for what a person may see.
  ///
  /// - Throws: `QueryError` where the query is none.
  func options(in summit: SeenSummit) throws(QueryError) -> Export.Options {
    var options = Export.Options()
    options.method = method
    options.withEmails = withEmails
    options.keeps = try proposals(in: summit)
    return options
  }
}

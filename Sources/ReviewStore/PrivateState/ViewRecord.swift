package import ReviewCore

/// A list that somebody gave a name: what it is filtered and ordered by.
package struct ViewRecord: Hashable, Sendable {
  /// The filter, as it is typed; empty for none.
  package var query: String
  /// The focus area that is shown alone; nil for all.
  package var focusArea: Identifier?
  /// The order, by the interface's name of it; nil for that of the queue.
  package var sort: String?
  /// Whether the order is turned around.
  package var isDescending: Bool

  /// Makes a record.
  package init(
    query: String, focusArea: Identifier? = nil, sort: String? = nil, isDescending: Bool = false
  ) {
    self.query = query
    self.focusArea = focusArea
    self.sort = sort
    self.isDescending = isDescending
  }

  /// Reads an entry; what cannot be understood in it is left out.
  init(_ object: JSONObject) {
    self.init(
      query: object["query"]?.string ?? "",
      focusArea: object["focusArea"]?.string.flatMap { Identifier($0) },
      sort: object["sort"]?.string, isDescending: object["descending"] == .bool(true))
  }

  /// Puts it into an entry, whose unknown keys stay.
  func write(into object: inout JSONObject) {
    object["query"] = .string(query)
    object["focusArea"] = focusArea.map { .string($0.text) }
    object["sort"] = sort.map { .string($0) }
    object["descending"] = .bool(isDescending)
  }
}

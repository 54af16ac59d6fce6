package import ReviewCore

/// What a list is filtered and ordered by, to be found again under a name.
package struct SavedView: Hashable, Sendable {
  /// The query, as it is typed; empty for none.
  package var query: String
  /// The focus area that is shown alone; nil for all.
  package var area: Identifier?
  /// The order.
  package var sort: ListOrder

  /// Makes a view.
  package init(query: String, area: Identifier? = nil, sort: ListOrder = .queue) {
    self.query = query
    self.area = area
    self.sort = sort
  }

  /// Whether it is the list as it is without a filter and in the order of the queue.
  var isEverything: Bool { query.isEmpty && area == nil && sort == .queue }

  /// A view that everybody has.
  struct ReadyMade: Hashable, Sendable {
    let name: String
    let view: SavedView
    /// Whether it is offered also where nothing is in it.
    var isAlwaysOffered = false
  }

  /// The views that everybody has, in the order in which they are offered.
  static func readyMade(in event: Event, hasAssignments: Bool) -> [ReadyMade] {
    let low = JSONNumber(event.rubric.scale.low).text
    var views = [
      ReadyMade(
        name: "Waiting for me", view: SavedView(query: "is:unscored -is:withdrawn"),
        isAlwaysOffered: true)
    ]
    if hasAssignments {
      views.append(
        ReadyMade(
          name: "Assigned to me, and waiting", view: SavedView(query: "is:assigned is:unscored")))
    }
    views += [
      ReadyMade(
        name: "Unread discussion",
        view: SavedView(query: "is:unread", sort: ListOrder(.remark, isReversed: true)),
        isAlwaysOffered: true),
      ReadyMade(
        name: "Discussed, newest first",
        view: SavedView(query: "is:discussed", sort: ListOrder(.remark, isReversed: true))),
      ReadyMade(name: "Stale: changed since I scored", view: SavedView(query: "is:stale")),
      ReadyMade(name: "Bookmarked", view: SavedView(query: "is:bookmarked")),
      ReadyMade(name: "Skipped", view: SavedView(query: "is:skipped")),
      ReadyMade(
        name: "My highest",
        view: SavedView(query: "my:>=\(low)", sort: ListOrder(.my, isReversed: true))),
      ReadyMade(
        name: "My lowest", view: SavedView(query: "my:>=\(low)", sort: ListOrder(.my))),
      // Only of reviews that the viewer may see, as every query is.
      ReadyMade(
        name: "Most disputed",
        view: SavedView(query: "spread:>0", sort: ListOrder(.spread, isReversed: true))),
      ReadyMade(name: "Withdrawn", view: SavedView(query: "is:withdrawn")),
    ]
    return views
  }
}

/// A view that the list shows, with its name.
package struct ShownView: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// What it is.
  package let view: SavedView
}

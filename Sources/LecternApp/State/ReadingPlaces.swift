import ReviewCore

/// How far the texts of proposals were read, so that one comes back to where one was.
struct ReadingPlaces: Equatable, Sendable {
  /// No more proposals are remembered than these; of more, the oldest are forgotten.
  static let most = 500

  private var places: [ProposalID: Place] = [:]
  /// The proposals, the one that was left last at the end.
  private var order: [ProposalID] = []

  private struct Place: Equatable, Sendable {
    var line: Int
    var count: Int
  }

  /// Notes which line of how many was the first on the screen. O(remembered) at worst.
  mutating func leave(_ id: ProposalID, at line: Int, of count: Int) {
    if places.removeValue(forKey: id) != nil { order.removeAll { $0 == id } }
    // Whoever read nothing of it begins at the top anyhow.
    guard line > 0 else { return }
    if order.count >= Self.most { places[order.removeFirst()] = nil }
    places[id] = Place(line: line, count: count)
    order.append(id)
  }

  /// The line to begin with, among so many now: on a wider or narrower screen the same share of the
  /// text is above.
  func line(of id: ProposalID, among count: Int) -> Int {
    guard let place = places[id] else { return 0 }
    return place.count == count ? place.line : place.line * count / max(1, place.count)
  }
}

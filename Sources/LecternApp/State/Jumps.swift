package import ReviewCore

/// Where the person was before they jumped, as a browser keeps it.
package struct Jumps: Hashable, Sendable {
  /// The proposals to go back to, the newest last.
  package private(set) var behind: [ProposalID] = []
  /// The proposals to go forward to again, the next one last.
  package private(set) var ahead: [ProposalID] = []

  /// The most places that are kept.
  static let limit = 100

  /// Notes that the person leaves a proposal by a jump.
  mutating func leave(_ id: ProposalID) {
    ahead = []
    behind.removeAll { $0 == id }
    behind.append(id)
    if behind.count > Self.limit { behind.removeFirst() }
  }

  /// The proposal to go back to, passing over those that `isThere` does not find.
  mutating func back(from current: ProposalID?, _ isThere: (ProposalID) -> Bool) -> ProposalID? {
    Self.step(from: current, &behind, &ahead, isThere)
  }

  /// The proposal to go forward to.
  mutating func forward(from current: ProposalID?, _ isThere: (ProposalID) -> Bool) -> ProposalID? {
    Self.step(from: current, &ahead, &behind, isThere)
  }

  private static func step(
    from current: ProposalID?, _ stack: inout [ProposalID], _ other: inout [ProposalID],
    _ isThere: (ProposalID) -> Bool
  ) -> ProposalID? {
    while let id = stack.popLast() {
      guard id != current, isThere(id) else { continue }
      if let current { other.append(current) }
      return id
    }
    return nil
  }
}

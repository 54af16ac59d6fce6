/// Where a proposal stands in a viewer's queue: the lesser key comes first.
struct QueueKey: Comparable {
  /// The class of the proposal, and in it how many finished reviews there are.
  let rank: UInt64
  /// A number that only this viewer has for this proposal.
  let lot: UInt64
  /// The place in the order of ids, which settles equals.
  let place: Int

  static func < (one: QueueKey, other: QueueKey) -> Bool {
    if one.rank != other.rank { return one.rank < other.rank }
    if one.lot != other.lot { return one.lot < other.lot }
    return one.place < other.place
  }
}

/// Makes the keys of a summit's queue.
struct QueueKeys {
  private let summit: SeenSummit
  /// The hash of the summit and the viewer; nil for nobody, whose queue goes by id.
  private let seed: StableHash?

  init(_ summit: SeenSummit) {
    self.summit = summit
    seed = summit.viewer.map { viewer in
      StableHash(summit.event.id ?? summit.event.name, viewer.id.text)
    }
  }

  /// The key of a proposal.
  func key(of proposal: SeenProposal, at place: Int) -> QueueKey {
    let kind = ReviewQueue.rank(of: proposal)
    guard let seed, kind <= ReviewQueue.lastWaitingRank else {
      return QueueKey(rank: UInt64(kind) << 32, lot: 0, place: place)
    }
    var hash = seed
    hash.add(proposal.id.text)
    var random = SplitMix64(seed: hash.value)
    return QueueKey(
      rank: UInt64(kind) << 32 + UInt64(summit.finishedCounts[place]), lot: random.next(),
      place: place)
  }
}

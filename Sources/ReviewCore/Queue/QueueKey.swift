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
      var hash = StableHash()
      hash.add(summit.event.id ?? summit.event.name)
      hash.add(viewer.id.text)
      return hash
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
    // The hash alone would order similar ids alike; the source of numbers scatters it.
    var random = SplitMix64(seed: hash.value)
    return QueueKey(
      rank: UInt64(kind) << 32 + UInt64(summit.finishedCounts[place]), lot: random.next(),
      place: place)
  }
}

/// A hash that is the same on every machine and in every run, as the library's is not: FNV-1a of 64
/// bits (Fowler, Noll & Vo), with a mark after each text.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in a text.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}

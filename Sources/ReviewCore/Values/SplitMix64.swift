/// A seeded source of numbers: the same on every machine (Steele, Lea & Flood 2014, "Fast
/// splittable pseudorandom number generators").
///
/// What is drawn from it can be drawn again by anyone who knows the seed. The library's own
/// `random(in:)` and `shuffled(using:)` are not used with it: they may change between versions.
package struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// A source that begins at a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `count` - 1.
  package mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// True once in `times`.
  package mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of some values, of which there must be one.
  package mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// The values in any order. O(n).
  package mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for place in values.indices.dropFirst().reversed() {
      values.swapAt(place, below(place + 1))
    }
    return values
  }
}

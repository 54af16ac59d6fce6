/// A seeded source of numbers: the same on every machine (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `count` - 1. The library's own `random(in:)` may change between versions.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// True once in `times`.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of some values.
  mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// The values in any order.
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var (rest, result) = (values, [Value]())
    while !rest.isEmpty { result.append(rest.remove(at: below(rest.count))) }
    return result
  }
}

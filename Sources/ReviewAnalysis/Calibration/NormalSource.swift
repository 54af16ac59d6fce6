import RealModule
import ReviewCore

/// A seeded source of standard normal numbers.
///
/// The ziggurat of Marsaglia & Tsang (2000) in the form of Doornik (2005), 128 layers: nearly every
/// number costs one draw, one product and one comparison.
struct NormalSource: Sendable {
  private var bits: SplitMix64
  private let layers = Layers()

  /// A source that begins at a seed.
  init(seed: UInt64) { bits = SplitMix64(seed: seed) }

  /// The next number.
  mutating func next() -> Double {
    var value = 0.0
    withUnsafeMutableBytes(of: &value) { fill($0.assumingMemoryBound(to: Double.self)) }
    return value
  }

  /// Fills a run of memory. O(count).
  mutating func fill(_ values: UnsafeMutableBufferPointer<Double>) {
    var bits = bits
    // Pointers, since this loop is where the time of the draws goes.
    layers.edges.withUnsafeBufferPointer { edges in
      layers.shares.withUnsafeBufferPointer { shares in
        guard let edges = edges.baseAddress, let shares = shares.baseAddress else { return }
        for place in 0..<values.count {
          let drawn = bits.next()
          let layer = Int(drawn & 127)
          let share = Self.share(of: drawn)
          values[place] =
            share.magnitude < shares[layer]
            ? share * edges[layer] : rare(layer, share, &bits)
        }
      }
    }
    self.bits = bits
  }

  /// 53 bits, from −1 to 1.
  private static func share(of drawn: UInt64) -> Double {
    Double(Int64(bitPattern: drawn) >> 11) * 0x1p-52
  }

  /// A number that does not lie wholly under the curve: one of fifty.
  @inline(never)
  private func rare(_ layer: Int, _ share: Double, _ bits: inout SplitMix64) -> Double {
    var (layer, share) = (layer, share)
    while true {
      if share.magnitude < layers.shares[layer] { return share * layers.edges[layer] }
      if layer == 0 { return Self.tail(isNegative: share < 0, &bits) }
      let value = share * layers.edges[layer]
      let (upper, lower) = (layers.heights[layer], layers.heights[layer + 1])
      if upper + Self.uniform(&bits) * (lower - upper) < Double.exp(-0.5 * value * value) {
        return value
      }
      let drawn = bits.next()
      layer = Int(drawn & 127)
      share = Self.share(of: drawn)
    }
  }

  /// A number above 0 and at most 1.
  private static func uniform(_ bits: inout SplitMix64) -> Double {
    Double((bits.next() >> 11) + 1) * 0x1p-53
  }

  /// A number beyond the last layer (Marsaglia 1964).
  private static func tail(isNegative: Bool, _ bits: inout SplitMix64) -> Double {
    while true {
      let x = Double.log(uniform(&bits)) / Layers.last
      let y = Double.log(uniform(&bits))
      if -2 * y >= x * x { return isNegative ? x - Layers.last : Layers.last - x }
    }
  }

  /// Layers of equal area under the bell curve.
  private struct Layers: Sendable {
    /// Where the tail begins.
    static let last = 3.442619855899
    /// The area of each layer.
    static let area = 9.91256303526217e-3

    /// How far each layer reaches.
    private(set) var edges: [Double]
    /// Within this share of its reach a layer lies wholly under the curve.
    private(set) var shares: [Double]
    /// The height of the curve at each edge.
    private(set) var heights: [Double]

    init() {
      var edges = [Double](repeating: 0, count: 129)
      var height = Double.exp(-0.5 * Self.last * Self.last)
      edges[0] = Self.area / height
      edges[1] = Self.last
      for layer in 2..<128 {
        edges[layer] = (-2 * Double.log(Self.area / edges[layer - 1] + height)).squareRoot()
        height = .exp(-0.5 * edges[layer] * edges[layer])
      }
      self.edges = edges
      shares = (0..<128).map { edges[$0 + 1] / edges[$0] }
      heights = edges.map { Double.exp(-0.5 * $0 * $0) }
    }
  }
}

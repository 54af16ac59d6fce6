import RealModule
import ReviewCore

/// A seeded source of standard normal numbers.
///
/// The ziggurat of Marsaglia & Tsang (2000) in the form of Doornik (2005), 128 layers: nearly every
/// number costs one draw, one product and one comparison.
struct NormalSource: Sendable {
  private var bits: SplitMix64
  private let layers: Layers

  /// A source that begins at a seed.
  init(seed: UInt64) {
    bits = SplitMix64(seed: seed)
    layers = Layers()
  }

  /// The next number.
  mutating func next() -> Double {
    while true {
      let drawn = bits.next()
      let layer = Int(drawn & 127)
      // 53 bits, from −1 to 1.
      let share = Double(Int64(bitPattern: drawn) >> 11) * 0x1p-52
      let value = share * layers.edges[layer]
      if share.magnitude < layers.shares[layer] { return value }
      if layer == 0 { return tail(isNegative: share < 0) }
      let upper = layers.heights[layer]
      let lower = layers.heights[layer + 1]
      if upper + uniform() * (lower - upper) < Double.exp(-0.5 * value * value) { return value }
    }
  }

  /// Fills a run of memory. O(count).
  mutating func fill(_ values: UnsafeMutableBufferPointer<Double>) {
    for place in values.indices { values[place] = next() }
  }

  /// A number above 0 and at most 1.
  private mutating func uniform() -> Double { Double((bits.next() >> 11) + 1) * 0x1p-53 }

  /// A number beyond the last layer (Marsaglia 1964).
  private mutating func tail(isNegative: Bool) -> Double {
    while true {
      let x = Double.log(uniform()) / Layers.last
      let y = Double.log(uniform())
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

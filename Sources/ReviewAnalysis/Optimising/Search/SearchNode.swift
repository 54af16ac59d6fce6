/// A part of the search: the boxes that were made smaller on the way to it.
struct SearchNode: Sendable {
  /// No solution in it is worth more.
  var bound: Int
  /// Its number: of equal bounds the older is looked at first.
  var order: Int
  /// What was made smaller, the outermost first.
  var changes: [Change]

  /// A smaller box of a column, or of a row: these are numbered after the columns.
  struct Change: Sendable {
    var variable: Int
    var box: BoxedProgram.Box
  }

  /// The order in which nodes are looked at: the best bound first.
  static func precedes(_ one: SearchNode, _ other: SearchNode) -> Bool {
    one.bound != other.bound ? one.bound > other.bound : one.order < other.order
  }
}

/// The parts of the search that were not looked at yet, the best bound on top.
struct OpenNodes: Sendable {
  private var heap: [SearchNode] = []

  /// The best bound among them; nil without any.
  var bestBound: Int? { heap.first?.bound }

  /// Adds a node. O(log n).
  mutating func insert(_ node: SearchNode) {
    heap.append(node)
    var place = heap.count - 1
    while place > 0, SearchNode.precedes(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes out the best. O(log n).
  mutating func popFirst() -> SearchNode? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { return first }
      if child + 1 < heap.count, SearchNode.precedes(heap[child + 1], heap[child]) { child += 1 }
      guard SearchNode.precedes(heap[child], heap[place]) else { return first }
      heap.swapAt(place, child)
      place = child
    }
  }
}

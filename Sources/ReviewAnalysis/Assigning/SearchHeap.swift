/// The nodes that a search has still to visit, the nearest first. A node may be in it twice; the
/// search leaves out the one that is late.
struct SearchHeap {
  private var keys: ContiguousArray<Int64> = []
  private var nodes: ContiguousArray<Int32> = []

  var isEmpty: Bool { keys.isEmpty }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
  }

  /// Adds a node at a distance. O(log n).
  mutating func push(_ node: Int32, at key: Int64) {
    var place = keys.count
    keys.append(key)
    nodes.append(node)
    while place > 0 {
      let parent = (place - 1) / 2
      if keys[parent] <= key { break }
      keys[place] = keys[parent]
      nodes[place] = nodes[parent]
      place = parent
    }
    keys[place] = key
    nodes[place] = node
  }

  /// Takes the nearest node, of which there must be one. O(log n).
  mutating func pop() -> (node: Int32, key: Int64) {
    let nearest = (node: nodes[0], key: keys[0])
    let (lastKey, lastNode) = (keys.removeLast(), nodes.removeLast())
    let count = keys.count
    if count == 0 { return nearest }
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= count { break }
      if child + 1 < count, keys[child + 1] < keys[child] { child += 1 }
      if lastKey <= keys[child] { break }
      keys[place] = keys[child]
      nodes[place] = nodes[child]
      place = child
    }
    keys[place] = lastKey
    nodes[place] = lastNode
    return nearest
  }
}

/// How far the reading of a folder is.
package struct LoadProgress: Hashable, Sendable {
  /// Is told of each step, from one task at a time.
  package typealias Handler = @Sendable (LoadProgress) -> Void

  /// How many files were read, besides `summit.json`.
  package var read: Int
  /// How many there are to be read.
  package var total: Int

  /// Makes a progress.
  package init(read: Int, total: Int) {
    self.read = read
    self.total = total
  }
}

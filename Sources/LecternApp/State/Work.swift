/// Work beside the interface, which goes on meanwhile.
package struct Work: Hashable, Sendable {
  /// What is done, as a beginning of a sentence: `Importing sessions.csv`.
  package let name: String
  /// How much of it is done.
  package var done: Int
  /// How much there is to do; 0 while that is not known.
  package var total: Int

  /// Makes a report of work.
  package init(name: String, done: Int = 0, total: Int = 0) {
    self.name = name
    self.done = done
    self.total = total
  }
}

/// What a person may be told of what is wrong in a folder.
///
/// A fault quotes what it is about: a score, a reason, a name. Where a rule hides that from somebody,
/// they are told that something in the file is wrong, and who can see what.
extension [Fault] {
  /// The faults as one person may read them, each once. O(n).
  ///
  /// - Parameter viewer: who looks; nil is nobody in particular, from whom all that any rule hides is
  ///   hidden. A chair, who may mend any file, reads them all.
  package func seen(by viewer: Member?, in event: Event) -> [Fault] {
    guard viewer?.isChair != true else { return self }
    var told: Set<Fault> = []
    return compactMap { fault in
      let fault = fault.seen(by: viewer, in: event)
      return told.insert(fault).inserted ? fault : nil
    }
  }
}

extension Fault {
  fileprivate func seen(by viewer: Member?, in event: Event) -> Fault {
    guard isOfEntry, let path, path.isHidden(from: viewer, in: event) else { return self }
    return Fault(
      path: path, severity: severity,
      problem: severity == .error
        ? "something in it cannot be read, and does not count" : "something in it asks for a look",
      remedy: "A chair sees what it is, as \"lectern check\" does")
  }
}

extension String {
  /// Whether what a file of this path says may be hidden from somebody.
  fileprivate func isHidden(from viewer: Member?, in event: Event) -> Bool {
    if self == "speakers.json" { return event.rules.speakers != .shown }
    guard hasPrefix("reviews/"), event.rules.otherReviews != .always else { return false }
    return viewer.map { self != "reviews/\($0.id).json" } ?? true
  }
}

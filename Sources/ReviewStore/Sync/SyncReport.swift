package import ReviewCore
package import SystemPackage

/// What a sync did.
package struct SyncReport: Hashable, Sendable {
  /// The person's own files that went out, as paths in the review folder.
  package var sent: [String] = []
  /// Whose files came in, without the person's own; sorted.
  package var people: [Identifier] = []
  /// Files of the chairs that came in.
  package var received: [String] = []
  /// Whether somebody else's commit, or another clone, had changed a file of the person's own.
  package var mergedOwn = false
  /// Where texts went that lost against newer ones.
  package var rescued: FilePath?
  /// What else the person should know.
  package var notices: [String] = []

  /// Makes the report of a sync that did nothing.
  package init() {}

  /// Whether nothing went out and nothing came in.
  package var isEmpty: Bool { sent.isEmpty && people.isEmpty && received.isEmpty && !mergedOwn }

  /// What it did, as a sentence: `Synced: 2 of your files sent, those of 5 people came in.`
  package var summary: String {
    if isEmpty { return "Synced: nothing was new." }
    var parts: [String] = []
    if !sent.isEmpty { parts.append("\(Self.count(sent.count, "file")) sent") }
    if !people.isEmpty {
      parts.append("news of \(people.count == 1 ? "1 person" : "\(people.count) people") came in")
    }
    if !received.isEmpty { parts.append("\(received.joined(separator: ", ")) came in") }
    if mergedOwn { parts.append("what you said elsewhere was merged") }
    return "Synced: " + parts.joined(separator: "; ") + "."
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }
}

/// How far a sync is.
package enum SyncStep: Hashable, Sendable {
  /// Commits the person's own files.
  case committing
  /// Asks the server for what is new.
  case fetching(from: String)
  /// Puts one's own commits behind those of the others.
  case joining
  /// Sends; the `attempt`th time, from 1.
  case pushing(to: String, attempt: Int)

  /// What is done, as the beginning of a sentence.
  package var name: String {
    switch self {
    case .committing: "Committing"
    case .fetching(let remote): "Fetching from \(remote)"
    case .joining: "Joining what came in"
    case .pushing(let remote, 1): "Sending to \(remote)"
    case .pushing(let remote, let attempt): "Sending to \(remote), attempt \(attempt)"
    }
  }
}

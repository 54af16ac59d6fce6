package import ReviewCore
package import SystemPackage

/// Why the store did not do what it was asked: where, what, and what to do about it.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What sort of error it is.
  package enum Kind: Hashable, Sendable {
    /// There is no such file or folder.
    case notFound
    /// A file cannot be understood as a whole.
    case broken
    /// The file must not be written, or not by this person, or not this entry of it.
    case notAllowed
    /// The system refuses.
    case system(Errno)
    /// Another program held the lock for too long.
    case locked
    /// The person did not want to wait for it.
    case cancelled
  }

  /// What sort of error it is.
  package var kind: Kind
  /// The file or folder.
  package var path: FilePath
  /// Where in the file.
  package var position: SourcePosition?
  /// What is wrong, as a sentence without its full stop.
  package var problem: String
  /// What to do about it, as a sentence without its full stop.
  package var remedy: String
  /// The proposals whose entries are in the way; empty where it is not about single entries.
  ///
  /// The same save without them can succeed.
  package var proposals: Set<ProposalID> = []
  /// The pairs whose comparisons are in the way, likewise.
  package var pairs: Set<ProposalPair> = []

  /// Makes an error.
  package init(
    _ kind: Kind, _ path: FilePath, position: SourcePosition? = nil, problem: String,
    remedy: String, proposals: Set<ProposalID> = [], pairs: Set<ProposalPair> = []
  ) {
    self.kind = kind
    self.path = path
    self.position = position
    self.problem = problem
    self.remedy = remedy
    self.proposals = proposals
    self.pairs = pairs
  }

  /// All entries that are in the way.
  package var entries: RefusedEntries { RefusedEntries(proposals: proposals, pairs: pairs) }

  /// `PATH:LINE:COLUMN: problem. Remedy.`
  package var description: String { fault.description }

  /// The error as a fault of the file.
  package var fault: Fault {
    Fault(path: path.string, position: position, problem: problem, remedy: remedy)
  }
}

extension StoreError {
  /// A fault in a file, as what stands in the way of using it.
  init(_ fault: Fault, _ kind: Kind, in path: FilePath, proposals: Set<ProposalID> = []) {
    self.init(
      kind, path, position: fault.position, problem: fault.problem, remedy: fault.remedy,
      proposals: proposals)
  }

  /// A system call that failed while somebody was `doing` something.
  ///
  /// - Parameter doing: as in "cannot be …": `read`, `written`.
  init(_ error: FileError, doing: String) {
    if error.code == .wouldBlock {
      self.init(
        .locked, error.path,
        problem: "another program has held the lock on this folder for too long",
        remedy: "Close the other program, or try again in a moment")
      return
    }
    let kind: Kind = error.code == .noSuchFileOrDirectory ? .notFound : .system(error.code)
    self.init(
      kind, error.path, problem: "cannot be \(doing): \(error.reason)",
      remedy: Self.remedy(for: error.code))
  }

  private static func remedy(for code: Errno) -> String {
    switch code {
    case .noSpace, .diskQuotaExceeded: "Make space on the disk, then try again"
    case .permissionDenied, .notPermitted: "Get the right to read and write it, then try again"
    case .readOnlyFileSystem: "Use a folder that can be written to"
    case .noSuchFileOrDirectory: "Check that it is there, and that a link leads to something"
    case .isDirectory, .notDirectory, .invalidArgument: "Move what is there out of the way"
    case .fileTooLarge:
      "Make room for it: the file is larger than a limit of this system, or than 2 GiB"
    default: "Check the disk or the connection, then try again"
    }
  }
}

/// Entries of a file that hinder a save.
package struct RefusedEntries: Hashable, Sendable {
  /// The proposals whose reviews or decisions are in the way.
  package var proposals: Set<ProposalID> = []
  /// The pairs whose comparisons are in the way.
  package var pairs: Set<ProposalPair> = []

  /// Names entries.
  package init(proposals: Set<ProposalID> = [], pairs: Set<ProposalPair> = []) {
    (self.proposals, self.pairs) = (proposals, pairs)
  }

  /// Whether there are none.
  package var isEmpty: Bool { proposals.isEmpty && pairs.isEmpty }
}

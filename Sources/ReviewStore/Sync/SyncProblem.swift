import ReviewCore
import SystemPackage

/// Why a sync did not come to its end: what is wrong, and what to do about it.
package struct SyncProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a sentence without its full stop.
  package var problem: String
  /// What to do about it, as a sentence without its full stop.
  package var remedy: String
  /// What git said, line by line; text of others, to be made safe before it is shown.
  package var gitWords: [String] = []
  /// Whether it may go well a moment later.
  var isPassing = false
  /// Whether a lock of git's is in the way.
  var isLock = false

  /// Makes a problem.
  package init(_ problem: String, remedy: String, gitWords: [String] = []) {
    (self.problem, self.remedy, self.gitWords) = (problem, remedy, gitWords)
  }

  /// `Problem. Remedy.`, and what git said below.
  package var description: String {
    (["\(problem). \(remedy)."] + gitWords.map { "git: \($0)" }).joined(separator: "\n")
  }
}

extension SyncProblem {
  /// What went wrong while something was done, by what git says of it.
  ///
  /// - Parameter doing: as in "could not be …": `fetched from origin`.
  init(_ error: GitError, doing: String) {
    switch error {
    case .missing:
      self.init("There is no git on this machine", remedy: "Install git, then try again")
    case .notStarted(let reason):
      self.init("git could not be started: \(reason)", remedy: "Try again in a moment")
    case .failed(_, let output):
      let words = output.words
      let text = output.errors + "\n" + output.text
      for sign in Sign.known {
        guard sign.marks.contains(where: { text.contains($0) }) else { continue }
        self.init(sign.problem, remedy: sign.remedy, gitWords: words)
        (isPassing, isLock) = (sign.isLock, sign.isLock)
        return
      }
      let ending = output.status < 0 ? " (signal \(-output.status))" : ""
      self.init(
        "It could not be \(doing)\(ending)", remedy: "See what git says, then try again",
        gitWords: words)
    }
  }

  /// Words by which git's complaints are known. They are those of `LC_ALL=C`.
  private struct Sign {
    let marks: [String]
    let problem: String
    let remedy: String
    var isLock = false

    static let known: [Sign] = [
      Sign(
        marks: ["dubious ownership"],
        problem: "git does not trust this repository, since it belongs to somebody else",
        remedy: "Say that you do with the command that git names below"),
      Sign(
        marks: ["index.lock"], problem: "Another git is at work in this repository",
        remedy:
          "Wait until it has ended; if none runs, one was killed: remove the file index.lock that "
          + "git names below",
        isLock: true),
      Sign(
        marks: [".lock': File exists", "Unable to create '"],
        problem: "A lock of git is in the way",
        remedy: "Wait a moment; if no git runs, remove the lock file that git names below",
        isLock: true),
      Sign(
        marks: ["cannot lock ref"],
        problem: "Another git moved the same branch at this moment", remedy: "Sync again",
        isLock: true),
      Sign(
        marks: ["No space left on device", "Disk quota exceeded", "unable to write loose object"],
        problem: "The disk is full", remedy: "Make space on the disk, then sync again"),
      Sign(
        marks: [
          "gpg failed to sign", "signing failed", "Couldn't load public key", "ssh-keygen -Y",
        ],
        problem: "The commit could not be signed",
        remedy: "Unlock your key, or switch signing off here with "
          + "\"git config commit.gpgSign false\", then sync again"),
      Sign(
        marks: [
          "Authentication failed", "could not read Username", "could not read Password",
          "terminal prompts disabled", "Permission denied (publickey", "Permission denied, please",
          "Host key verification failed", "returned error: 401", "returned error: 403",
          "HTTP Basic: Access denied", "Too many authentication failures",
        ],
        problem: "The server does not let you in",
        remedy: "Check your key or password, and that you may write there: \"git push\" in a "
          + "terminal asks for what is needed"),
      Sign(
        marks: [
          "Could not resolve", "Connection refused", "Network is unreachable", "timed out",
          "No route to host", "Temporary failure in name resolution", "Failed to connect",
          "Connection reset", "Operation too slow", "Connection closed by", "RPC failed",
        ],
        problem: "The server cannot be reached",
        remedy: "Check the network; all is committed here, and the next sync sends it"),
      Sign(
        marks: ["ouldn't find remote ref"],
        problem: "The server does not have the branch that this one follows",
        remedy: "Put it there with \"git push -u\", or switch to the committee's branch"),
      Sign(
        marks: [
          "does not appear to be a git repository", "Repository not found",
          "not found: did you run",
          "repository '", "Could not read from remote repository",
        ],
        problem: "There is no repository at the address of the remote, or you may not read it",
        remedy: "Check the address with \"git remote -v\""),
    ]
  }
}

extension GitOutput {
  /// What git said that a person may want to read: its last lines, without hints and passwords.
  var words: [String] {
    let lines = (errors + "\n" + (errors.isEmpty ? text : "")).split(whereSeparator: \.isNewline)
      .map { String($0).withoutPassword }
      .filter {
        !$0.hasPrefix("hint:") && !$0.contains("askpass response") && !$0.allSatisfy(\.isWhitespace)
      }
    return lines.count > 8 ? ["…"] + lines.suffix(8) : lines
  }
}

extension String {
  /// The text without what stands before the `@` of an address: a password or a token, perhaps.
  var withoutPassword: String {
    guard let scheme = range(ofText: "://") else { return self }
    let rest = self[scheme...]
    let address = rest.prefix { !$0.isWhitespace && $0 != "'" && $0 != "\"" }
    let host = address.prefix { $0 != "/" }
    guard let at = host.lastIndex(of: "@") else {
      return String(self[..<address.endIndex]) + String(self[address.endIndex...]).withoutPassword
    }
    return String(self[..<scheme]) + "…" + String(self[at..<address.endIndex])
      + String(self[address.endIndex...]).withoutPassword
  }

  /// Where the text goes on behind a part of it; nil where it has no such part.
  private func range(ofText part: String) -> String.Index? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(part) { return index(place, offsetBy: part.count) }
      place = index(after: place)
    }
    return nil
  }
}

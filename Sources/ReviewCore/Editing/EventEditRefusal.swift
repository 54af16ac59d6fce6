/// Why the event is not changed.
package enum EventEditRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Somebody who is no chair wants to change it; nil is nobody in particular.
  case notChair(Identifier?, chairs: [Identifier])
  /// There is no such thing: what it is, and which there are.
  case unknown(String, String, among: [String])
  /// The committee has an entry of this id already, also where it cannot be read.
  case memberIsThere(Identifier)
  /// There is a round of this id already, also where it cannot be read.
  case roundIsThere(Identifier)
  /// Nobody could change the event any more.
  case lastChair(Identifier)
  /// An id is to change, which is also the name of files.
  case idStays(Identifier)
  /// Something has no name.
  case noName(String)
  /// A number is off what it may be.
  case number(Int, minimum: Int)
  /// More is asked for at least than at most.
  case minimumAboveMaximum(Int, Int)
  /// What is in `summit.json` at this place cannot be read, or stands there twice.
  case unreadable(String)

  /// The greatest number that a rule may have.
  static let greatest = 1_000_000_000

  /// What is wrong and what to do about it, in sentences.
  package var description: String {
    switch self {
    case .notChair(_, let chairs):
      let names = chairs.map(\.text).joined(separator: ", ")
      return "Only a chair changes this: \(names)."
    case .unknown(let what, let name, let known):
      let near = NearestWord.suggestion(for: name, among: known)
      return "There is no \(what) \(name.quoted)\(near)."
    case .memberIsThere(let id): return "\(id.text.quoted) is on the committee already."
    case .roundIsThere(let id): return "There is a round \(id.text.quoted) already."
    case .lastChair(let id): return "\(id) is the last chair. Make another one first."
    case .idStays(let id):
      return "The id \(id.text.quoted) stays: it is the name of the member's files. "
        + "Add a new member instead."
    case .noName(let what): return "The name of \(what) is empty. Type one."
    case .number(let number, let minimum):
      return number < minimum
        ? "\(number) is too small. Type a whole number from \(minimum)."
        : "\(number) is too large. Type a whole number up to \(Self.greatest)."
    case .minimumAboveMaximum(let minimum, let maximum):
      return "At least \(minimum) is more than at most \(maximum). Exchange them."
    case .unreadable(let what):
      return
        "\(what) in summit.json cannot be read, or stands there twice, and is not written over. "
        + "Mend it by hand; `lectern check` says what is wrong."
    }
  }
}

extension Member {
  func check() throws(EventEditRefusal) { try name.checkName(of: "a member") }
}

extension String {
  /// Refuses a blank name.
  func checkName(of what: String) throws(EventEditRefusal) {
    if trimmed.isEmpty { throw .noName(what) }
  }
}

extension SlotLimits {
  func check() throws(EventEditRefusal) {
    for number in [minimum, maximum].compactMap(\.self)
    where !(0...EventEditRefusal.greatest).contains(number) {
      throw .number(number, minimum: 0)
    }
    if let minimum, let maximum, minimum > maximum { throw .minimumAboveMaximum(minimum, maximum) }
  }
}

extension EventRule {
  func check() throws(EventEditRefusal) {
    guard let number else { return }
    if !(minimum...EventEditRefusal.greatest).contains(number) {
      throw .number(number, minimum: minimum)
    }
  }
}

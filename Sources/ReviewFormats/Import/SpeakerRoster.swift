import ReviewCore

/// Gathers the speakers of one file: several rows of one person are one speaker.
///
/// The same person is: the same id where the source has ids; else the same e-mail; else, where
/// neither row has an e-mail, the same name by bytes: two spellings may be two people, and of two
/// texts none may be lost. Where an id or an e-mail says that two names are one person, the first
/// name counts, and a warning shows the other.
struct SpeakerRoster {
  private(set) var speakers: [SubmittedSpeaker] = []
  /// A warning for each further name of somebody.
  private(set) var faults: [Fault] = []
  private var places: [[UInt8]: Int] = [:]
  private var otherNames: Set<[UInt8]> = []

  /// Adds a speaker, or completes the one that it is, and returns their place.
  ///
  /// - Parameter position: Where the name stands.
  mutating func add(_ speaker: SubmittedSpeaker, at position: SourcePosition?) -> Int {
    let key = Self.key(of: speaker)
    if let place = places[key] {
      warn(of: speaker, at: position, key: key, known: speakers[place])
      speakers[place].complete(from: speaker)
      return place
    }
    places[key] = speakers.count
    speakers.append(speaker)
    return speakers.count - 1
  }

  /// Adds answers to a speaker.
  mutating func add(_ answers: [Answer], to place: Int) {
    for answer in answers where !speakers[place].answers.contains(answer) {
      speakers[place].answers.append(answer)
    }
  }

  private mutating func warn(
    of speaker: SubmittedSpeaker, at position: SourcePosition?, key: [UInt8],
    known: SubmittedSpeaker
  ) {
    guard speaker.isNamed, known.isNamed, !speaker.name.isSameBytes(as: known.name),
      otherNames.insert(key + [0] + Array(speaker.name.utf8)).inserted
    else { return }
    faults.append(
      .secondName(
        speaker.name, of: known.name, by: speaker.id == nil ? "e-mail" : "id", at: position))
  }

  private static func key(of speaker: SubmittedSpeaker) -> [UInt8] {
    if let id = speaker.id { return Array("id:\(id.text)".utf8) }
    if let email = speaker.email.flatMap(SpeakerIdentity.email) {
      return Array("email:\(email)".utf8)
    }
    return Array("name:".utf8) + SpeakerIdentity.name(speaker.name)
  }
}

/// How people are told apart.
enum SpeakerIdentity {
  /// An address for comparing; nil for none.
  static func email(_ text: String) -> String? {
    let address = text.trimmed.lowercased()
    return address.isEmpty ? nil : address
  }

  /// A name for comparing: its bytes, without white space at its ends.
  static func name(_ text: String) -> [UInt8] { Array(text.trimmed.utf8) }
}

import ReviewCore

/// Gathers the speakers of one file: several rows of one person are one speaker.
///
/// The same person is: the same id where the source has ids; else the same e-mail; else, where
/// neither row has an e-mail, the same name (case, accents and punctuation aside).
struct SpeakerRoster {
  private(set) var speakers: [SubmittedSpeaker] = []
  private var places: [String: Int] = [:]

  /// Adds a speaker, or completes the one that it is, and returns their place.
  mutating func add(_ speaker: SubmittedSpeaker) -> Int {
    let key = Self.key(of: speaker)
    if let place = places[key] {
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

  private static func key(of speaker: SubmittedSpeaker) -> String {
    if let id = speaker.id { return "id:" + id.text }
    if let email = speaker.email.flatMap(SpeakerIdentity.email) { return "email:" + email }
    return "name:" + SpeakerIdentity.name(speaker.name)
  }
}

/// How people are told apart.
enum SpeakerIdentity {
  /// An address for comparing; nil for none.
  static func email(_ text: String) -> String? {
    let address = text.trimmed.lowercased()
    return address.isEmpty ? nil : address
  }

  /// A name for comparing.
  static func name(_ text: String) -> String {
    let words = text.foldedWords
    return words.isEmpty ? text.trimmed : words
  }
}

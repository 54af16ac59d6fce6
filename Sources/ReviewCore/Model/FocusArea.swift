/// One of the fields that the summit asks proposals for.
package struct FocusArea: Hashable, Sendable {
  /// Its id.
  package var id: Identifier
  /// Its full name.
  package var name: String
  /// A name short enough for a list; the full name where none is given.
  package var short: String
  /// What it is about, in a sentence.
  package var summary: String?
  /// Words that point to it, for imports that name no area.
  package var keywords: [String] = []
  /// How many of its proposals the programme takes.
  package var slots: SlotLimits = .init()

  /// Makes a focus area.
  package init(id: Identifier, name: String, short: String? = nil) {
    self.id = id
    self.name = name
    self.short = short ?? name
  }
}

/// How many proposals of one kind the programme takes. An absent limit is no limit.
package struct SlotLimits: Hashable, Sendable {
  /// At least so many.
  package var minimum: Int?
  /// At most so many.
  package var maximum: Int?

  /// Makes limits.
  package init(minimum: Int? = nil, maximum: Int? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// A kind of session: talk, workshop, lightning talk.
package struct SessionFormat: Hashable, Sendable {
  /// Its id.
  package var id: Identifier
  /// Its name.
  package var name: String
  /// Its length in minutes.
  package var minutes: Int?
  /// How many of them the programme takes.
  package var slots: SlotLimits = .init()

  /// Makes a format.
  package init(id: Identifier, name: String, minutes: Int? = nil) {
    self.id = id
    self.name = name
    self.minutes = minutes
  }
}

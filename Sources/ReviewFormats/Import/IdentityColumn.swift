import ReviewCore

/// Columns that say who submitted, whatever they are called: they stay out of `proposals.json`, so
/// that a blind review stays blind.
enum IdentityColumn {
  /// Whether a column's name says so.
  ///
  /// Errs on the side of the blind: what is taken for identity is kept in `speakers.json`.
  static func isNamed(_ name: String) -> Bool {
    let words = name.foldedWords
    if names.contains(words) { return true }
    return words.split(separator: " ").contains { tellingWords.contains(String($0)) }
  }

  /// Whether at least half of the values are e-mail addresses.
  static func holdsAddresses(_ values: some Sequence<String>) -> Bool {
    var (all, addresses) = (0, 0)
    for value in values {
      all += 1
      if isAddress(value.trimmed) { addresses += 1 }
    }
    return addresses > 0 && addresses * 2 >= all
  }

  /// Whether a column's name is that of the organisation.
  static func isOrganization(_ name: String) -> Bool {
    organizationNames.contains(name.foldedWords)
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(UInt8(ascii: "."))
      && !text.contains { $0.isWhitespace }
  }

  private static let names: Set<String> = [
    "name", "your name", "full name", "first name", "last name", "firstname", "lastname",
    "surname", "given name", "family name", "e mail", "your e mail", "x twitter", "submitter",
    "author", "authors", "presenter", "presenters", "owner", "owner email", "speaker", "speakers",
    "co speaker", "co speakers", "cospeaker", "cospeakers", "photo", "picture", "headshot",
    "profile picture", "website", "homepage", "blog", "job title", "your title", "pronouns",
  ]

  private static let tellingWords: Set<String> = [
    "email", "emails", "mail", "linkedin", "twitter", "github", "mastodon", "bluesky", "phone",
    "telephone", "whatsapp", "bio", "biography", "company", "employer", "affiliation",
    "organization", "organisation",
  ]

  private static let organizationNames: Set<String> = [
    "company", "company name", "your company", "employer", "affiliation", "organization",
    "organisation", "your organization", "your organisation", "organization name",
    "organisation name", "company organization", "company organisation",
  ]
}

import ReviewCore

/// What an address or a company name says of whom somebody works for.
enum EmployerMarks {
  /// The domain of an address, without case; nil where it says nothing of an employer.
  static func domain(of email: String?) -> String? {
    guard let email = email?.comparableEmail, let at = email.lastIndex(of: "@") else { return nil }
    let domain = String(email[email.index(after: at)...])
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    if publicDomains.contains(domain) || isProvider(labels) { return nil }
    return domain
  }

  /// Whether a domain is a provider's name with an ending of one or two labels: `gmx.de`,
  /// `yahoo.co.uk`; `mail.lakes.example` is none.
  private static func isProvider(_ labels: [Substring]) -> Bool {
    guard publicNames.contains(String(labels[0])) else { return false }
    return labels.count == 2
      || (labels.count == 3 && ["co", "com", "ne", "net", "org"].contains(labels[1]))
  }

  /// A company's name as it is compared; nil where it names none.
  static func organization(_ name: String?) -> String? {
    guard let folded = name?.trimmed.folded, !folded.isEmpty, !noCompany.contains(folded) else {
      return nil
    }
    return folded
  }

  /// A domain and all that it is a part of but the last label.
  static func parents(of domain: String) -> [String] {
    let labels = domain.split(separator: ".")
    return (0..<max(0, labels.count - 1)).map { labels[$0...].joined(separator: ".") }
  }

  /// Providers whose name comes before many endings.
  private static let publicNames: Set<String> = [
    "aol", "gmail", "gmx", "googlemail", "hotmail", "icloud", "inbox", "live", "mail", "msn",
    "outlook", "protonmail", "yahoo", "yandex", "ymail", "zoho",
  ]

  /// Other providers; societies that lend addresses to their members; names that are reserved for
  /// examples (RFC 2606).
  private static let publicDomains: Set<String> = [
    "126.com", "163.com", "acm.org", "apache.org", "att.net", "comcast.net", "duck.com",
    "example.com", "example.net", "example.org", "fastmail.com", "fastmail.fm", "foxmail.com",
    "free.fr", "hanmail.net", "hey.com", "ieee.org", "laposte.net", "libero.it", "mac.com",
    "mailbox.org", "me.com", "naver.com", "orange.fr", "pm.me", "posteo.de", "proton.me", "qq.com",
    "rediffmail.com", "seznam.cz", "sina.com", "t-online.de", "tuta.io", "tutanota.com",
    "users.noreply.github.com", "verizon.net", "wanadoo.fr", "web.de", "wp.pl",
  ]

  private static let noCompany: Set<String> = [
    "-", "consultant", "freelance", "freelancer", "independent", "independent consultant", "n/a",
    "na", "none", "retired", "self", "self employed", "self-employed", "student", "unemployed",
  ]
}

import ArgumentParser

/// The two ways to print what is no list.
enum TextOrJSON: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

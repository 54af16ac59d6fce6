package import TerminalUI

/// The one table of keys: what is pressed, hinted, explained and listed reads it.
package struct KeyMap: Equatable, Sendable {
  /// The bindings, in the order in which help shows them.
  package let bindings: [KeyBinding]
  private let commands: [KeyContext: [Stroke: Command]]

  /// A key after a prefix, or without one.
  private struct Stroke: Hashable {
    var prefix: KeyPress?
    var key: KeyPress
  }

  /// Makes a table. Of two bindings of one key in one context the first counts.
  package init(_ bindings: [KeyBinding]) {
    self.bindings = bindings
    var commands: [KeyContext: [Stroke: Command]] = [:]
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys {
          let stroke = Stroke(prefix: binding.prefix, key: key)
          if commands[context]?[stroke] == nil {
            commands[context, default: [:]][stroke] = binding.command
          }
        }
      }
    }
    self.commands = commands
  }

  /// What a key does; nil where it does nothing.
  package func command(
    for key: KeyPress, after prefix: KeyPress? = nil, in context: KeyContext
  ) -> Command? {
    if let command = commands[context]?[Stroke(prefix: prefix, key: key)] { return command }
    // A line feed is what scripts, and a few terminals, send for Enter.
    guard key == .control("j") else { return nil }
    return commands[context]?[Stroke(prefix: prefix, key: KeyPress(.enter))]
  }

  /// The bindings to hint at, the most useful first.
  package func hints(in context: KeyContext) -> [KeyBinding] {
    bindings.filter {
      $0.hintOrder != nil && $0.contexts.contains(context) && !$0.keys.isEmpty
    }
    .sorted { ($0.hintOrder ?? 0) < ($1.hintOrder ?? 0) }
  }

  /// The bindings that a prefix leads to.
  package func bindings(after prefix: KeyPress, in context: KeyContext) -> [KeyBinding] {
    bindings.filter { $0.prefix == prefix && $0.contexts.contains(context) }
  }

  /// The first binding of a command in a context; nil where no key does it there.
  package func binding(of command: Command, in context: KeyContext) -> KeyBinding? {
    bindings.first {
      $0.command == command && $0.contexts.contains(context) && !$0.keys.isEmpty
    }
  }

  /// The label of the first key of a command, for messages such as "u undoes".
  package func label(of command: Command) -> String {
    bindings.first { $0.command == command && !$0.keys.isEmpty }?.label ?? ""
  }

  /// The keys as Lectern comes with them.
  package static let standard = KeyMap(
    judging + several + moving + reading + finding + comparing + tables + insights + committee
      + everywhere
      + screens
      + overlays + office + discussion + rescue)
}

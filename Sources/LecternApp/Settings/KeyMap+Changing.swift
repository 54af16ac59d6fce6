import TerminalUI

extension KeyMap {
  /// The table with the keys that a person gave to commands.
  ///
  /// A command's new keys take the place of its old ones wherever it has any; Enter, Esc, Ctrl-C and
  /// the digits stay as they are. Where text is typed, a key that types a character is no command:
  /// there a command keeps its own keys if it would have none.
  func changing(_ changes: [KeyChange]) -> KeyMap {
    guard !changes.isEmpty else { return self }
    let strokes = Dictionary(
      changes.map { ($0.command, $0.strokes) }, uniquingKeysWith: { first, _ in first })
    let oldPrefix = prefixKey
    let newPrefix = strokes[.prefix]?.first?.key ?? oldPrefix
    var placed: [Command: Set<KeyContext>] = [:]
    var result: [KeyBinding] = []
    for binding in bindings {
      var binding = binding
      if binding.prefix != nil, binding.prefix == oldPrefix {
        binding = binding.with(
          binding.keys.map { $0 == oldPrefix ? newPrefix ?? $0 : $0 }, after: newPrefix)
      }
      guard let new = strokes[binding.command] else {
        result.append(binding)
        continue
      }
      let own = Set(bindings.filter { $0.command == binding.command }.flatMap(\.strokes))
      result += changed(
        binding, to: new, own: own, placed: &placed[binding.command, default: []])
    }
    return KeyMap(result.followingToggles(from: self))
  }

  /// The key that goes before the letters of the screens.
  var prefixKey: KeyPress? { bindings.first { $0.command == .prefix }?.keys.first }

  /// One binding with other keys, as several where they differ between contexts.
  private func changed(
    _ binding: KeyBinding, to strokes: [KeyStroke], own: Set<KeyStroke>,
    placed: inout Set<KeyContext>
  ) -> [KeyBinding] {
    let isFixed = binding.keys.allSatisfy(\.isFixed)
    var groups: [(strokes: [KeyStroke], contexts: Set<KeyContext>)] = []
    for context in KeyContext.allCases where binding.contexts.contains(context) {
      var new: [KeyStroke] = []
      if !placed.contains(context), KeyContext.screens.contains(context) || !isFixed {
        new = strokes.filter { isFree($0, for: binding.command, in: context, own: own) }
        if context.isTyped {
          new.removeAll { $0.key.typesText || $0.prefix != nil }
          if new.isEmpty, !strokes.isEmpty { new = binding.strokes.filter { !$0.key.isFixed } }
        }
      }
      if !new.isEmpty { placed.insert(context) }
      let all = new + binding.strokes.filter { $0.key.isFixed }
      if let place = groups.firstIndex(where: { $0.strokes == all }) {
        groups[place].contexts.insert(context)
      } else if !all.isEmpty || strokes.isEmpty {
        groups.append((all, [context]))
      }
    }
    return groups.flatMap { group in
      // Without a key the palette still offers it.
      group.strokes.isEmpty
        ? [binding.with([], after: nil, in: group.contexts)]
        : group.strokes.groupedByPrefix.map {
          binding.with($0.keys, after: $0.prefix, in: group.contexts)
        }
    }
  }

  /// Whether a command takes a key in a context: a key that it has elsewhere anyhow takes none from
  /// another command.
  private func isFree(
    _ stroke: KeyStroke, for command: Command, in context: KeyContext, own: Set<KeyStroke>
  ) -> Bool {
    guard own.contains(stroke) else { return true }
    let holder = self.command(for: stroke.key, after: stroke.prefix, in: context)
    return holder == nil || holder == command
  }

  /// Two commands on one key in one context, the first such pair; nil where there is none.
  func clash() -> (stroke: KeyStroke, first: Command, second: Command, context: KeyContext)? {
    var holders: [KeyContext: [KeyStroke: Command]] = [:]
    for binding in bindings {
      for context in KeyContext.allCases where binding.contexts.contains(context) {
        for stroke in binding.strokes {
          guard let holder = holders[context]?[stroke] else {
            holders[context, default: [:]][stroke] = binding.command
            continue
          }
          if holder != binding.command { return (stroke, holder, binding.command, context) }
        }
      }
    }
    return nil
  }
}

extension KeyContext {
  /// Whether what is typed goes into a line or a text.
  var isTyped: Bool {
    switch self {
    case .prompt, .filter, .note, .menu, .help, .form, .export: true
    default: false
    }
  }
}

extension KeyBinding {
  /// Its keys with what goes before them.
  var strokes: [KeyStroke] { keys.map { KeyStroke($0, after: prefix) } }

  /// The same with other keys.
  func with(
    _ keys: [KeyPress], after prefix: KeyPress?, in contexts: Set<KeyContext>? = nil
  ) -> KeyBinding {
    KeyBinding(
      keys, command, after: prefix, in: contexts ?? self.contexts, name, help, hint: hintOrder)
  }
}

extension [KeyStroke] {
  /// The keys that have the same key before them, in the order of the first of each.
  fileprivate var groupedByPrefix: [(prefix: KeyPress?, keys: [KeyPress])] {
    var groups: [(prefix: KeyPress?, keys: [KeyPress])] = []
    for stroke in self {
      if let place = groups.firstIndex(where: { $0.prefix == stroke.prefix }) {
        groups[place].keys.append(stroke.key)
      } else {
        groups.append((stroke.prefix, [stroke.key]))
      }
    }
    return groups
  }
}

extension [KeyBinding] {
  /// The keys that open a page of text close it as well: where those were changed, these follow.
  fileprivate func followingToggles(from old: KeyMap) -> [KeyBinding] {
    let toggles: [Command] = [.rubric, .faults, .changes, .programme]
    func keys(of command: Command, in bindings: [KeyBinding]) -> [KeyPress] {
      bindings.filter { $0.command == command && $0.prefix == nil }.flatMap(\.keys)
    }
    guard
      let place = firstIndex(where: { $0.command == .cancel && $0.contexts == [.page] })
    else { return self }
    var closing = self[place].keys
    let taken = filter { $0.contexts.contains(.page) && $0.command != .cancel }.flatMap(\.keys)
    for toggle in toggles {
      let (before, after) = (keys(of: toggle, in: old.bindings), keys(of: toggle, in: self))
      guard before != after else { continue }
      closing.removeAll { before.contains($0) && $0 != .key("q") }
      for key in after where !closing.contains(key) && !taken.contains(key) { closing.append(key) }
    }
    var result = self
    result[place] = self[place].with(closing, after: self[place].prefix)
    return result
  }
}

import ReviewCore
import TerminalUI

/// Reads which keys a person gave to which commands, and refuses what would do harm.
struct KeyChangeReader {
  /// A change with the place of its command, for faults that show only later.
  struct Entry {
    let change: KeyChange
    let place: SourcePosition
  }

  /// The changes that hold.
  private(set) var changes: [Entry] = []
  /// What is wrong, in the order of the text but for clashes, which come last.
  private(set) var faults: [Fault] = []
  /// The keys with the changes.
  private(set) var keys = KeyMap.standard

  /// The commands that have keys, in the order of the help.
  private static let commands: [Command] = {
    var known: Set<Command> = []
    return KeyMap.standard.bindings.map(\.command).filter { known.insert($0).inserted }
  }()

  /// The command of a name; nil for none.
  static func command(_ name: String) -> Command? { commands.first { $0.name == name } }

  // MARK: - Reading

  mutating func read(_ member: JSONMember) {
    let (name, value) = (member.key, member.value)
    guard let command = Self.command(name) else {
      let near = NearestWord.suggestion(for: name, among: Self.commands.map(\.name))
      return add(
        member.keyElement, "there is no command \(name.quoted)\(near)",
        near.isEmpty ? "`lectern keys` names them all" : "Mend its name")
    }
    guard !command.isDigit else {
      return add(
        member.keyElement, "digits are scores and cannot be changed", "Leave \(name.quoted) out")
    }
    guard let strokes = strokes(value, of: command) else { return }
    if strokes.isEmpty, [.quit, .help, .prefix].contains(command) {
      return add(value, "\(name.quoted) may not lose its last key", "Give it a key")
    }
    if command == .prefix, strokes.count > 1 || strokes.contains(where: { $0.prefix != nil }) {
      return add(value, "\(name.quoted) takes one key", "Name one key")
    }
    changes.append(
      Entry(
        change: KeyChange(command: command, strokes: strokes), place: member.keyElement.position))
  }

  /// The keys of one command; nil, with a fault, where one of them cannot be.
  private mutating func strokes(_ value: JSONElement, of command: Command) -> [KeyStroke]? {
    let elements: [JSONElement]
    switch value.kind {
    case .string: elements = [value]
    case .array: elements = Array(value.elements)
    default:
      add(
        value, "the keys of \(command.name.quoted) are \(value.kind.name)",
        "Write a key such as \"A\", several such as [\"A\", \"Ctrl-A\"], or [] for none")
      return nil
    }
    var (strokes, isSound): ([KeyStroke], Bool) = ([], true)
    for element in elements {
      guard let stroke = stroke(element, of: command) else {
        isSound = false
        continue
      }
      // What cannot be taken away need not be given.
      if let stroke = stroke, !strokes.contains(stroke) { strokes.append(stroke) }
    }
    return isSound ? strokes : nil
  }

  /// One key; nil, with a fault, where it cannot be; nil in it where the command has it for good.
  private mutating func stroke(_ element: JSONElement, of command: Command) -> KeyStroke?? {
    guard let text = element.string else {
      add(element, "a key is \(element.kind.name)", "Write a key such as \"A\" or \"Ctrl-A\"")
      return nil
    }
    guard let stroke = KeyStroke(label: text) else {
      add(element, "there is no key \(text.quoted)\(Self.nearestKey(text))", Self.syntax)
      return nil
    }
    let own = KeyMap.standard.bindings.filter { $0.command == command }.flatMap(\.strokes)
    if stroke.key.isFixed {
      if own.contains(stroke) { return .some(nil) }
      add(
        element, "\(stroke.key.label) means the same for everybody and cannot be given away",
        "Choose another key than the digits, Enter, Esc, Ctrl-C and Ctrl-J")
      return nil
    }
    if let problem = (stroke.prefix ?? stroke.key).problem ?? stroke.key.problem {
      add(element, "\(text.quoted) cannot be a key: \(problem)", "Choose another key")
      return nil
    }
    return .some(stroke)
  }

  private static let syntax =
    "A key is one character, Space, Tab, F1 to F20, an arrow such as Left, or Ctrl- and a letter"

  /// The key that was probably meant, in words.
  private static func nearestKey(_ text: String) -> String {
    let letters = text.count <= 8 ? (UInt8(ascii: "a")...UInt8(ascii: "z")) : 1...0
    let last = text.last.map { [Character($0.uppercased())] } ?? []
    let controls = letters.isEmpty ? [] : last.map { "Ctrl-\($0)" }
    return NearestWord.suggestion(for: text, among: KeyPress.names.map(\.name) + controls)
  }

  // MARK: - All together

  /// Puts the changes into the table. Of two commands on one key the one of the later change, or the
  /// only one that was changed, keeps its own keys. O(changes² · bindings).
  mutating func finish() {
    let prefix = changes.first { $0.change.command == .prefix }?.change.strokes.first?.key
    refuseOtherPrefixes(than: prefix ?? KeyMap.standard.prefixKey)
    keys = KeyMap.standard.changing(changes.map(\.change))
    while let clash = keys.clash() {
      guard
        let place = changes.lastIndex(where: {
          $0.change.command == clash.first || $0.change.command == clash.second
        }) ?? changes.indices.last
      else { return }
      let entry = changes.remove(at: place)
      let command = entry.change.command
      let other = clash.first == command ? clash.second : clash.first
      faults.append(
        Fault(
          position: entry.place,
          problem: "\(clash.stroke.label) would do both \(command.name.quoted) and "
            + "\(other.name.quoted) (\(clash.context.title))",
          remedy: "Choose another key for one of the two; \(command.name.quoted) keeps its own"))
      keys = KeyMap.standard.changing(changes.map(\.change))
    }
  }

  /// Only the key of `go-to` waits for another one.
  private mutating func refuseOtherPrefixes(than prefix: KeyPress?) {
    for entry in changes {
      guard
        let stroke = entry.change.strokes.first(where: { $0.prefix != nil && $0.prefix != prefix })
      else { continue }
      let label = prefix?.label ?? ""
      faults.append(
        Fault(
          position: entry.place,
          problem: "\(stroke.label.quoted) cannot be a key: only \(label) waits for another one",
          remedy: "Write one key, or \(label) and a key"))
      changes.removeAll { $0.change.command == entry.change.command }
    }
  }

  private mutating func add(_ element: JSONElement, _ problem: String, _ remedy: String) {
    faults.append(Fault(position: element.position, problem: problem, remedy: remedy))
  }
}

extension KeyPress {
  /// Why it cannot be bound; nil where it can.
  fileprivate var problem: String? {
    if modifiers.contains(.alt) { return "terminals send Alt as Esc and the key" }
    guard case .character(let character) = key else { return nil }
    if modifiers.contains(.control) {
      let twins: [Character: String] = ["i": "Tab", "m": "Enter", "h": "Backspace", "[": "Esc"]
      if let twin = twins[character] { return "terminals send the same for it as for \(twin)" }
      return character.isASCII && character.isLetter || character == " "
        ? nil : "terminals send Ctrl with letters only"
    }
    return "]PX^_[O".contains(character)
      ? "right after Esc it goes on an escape sequence" : nil
  }
}

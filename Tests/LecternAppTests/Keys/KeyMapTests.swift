import ReviewCore
import TerminalUI
import Testing

@testable import LecternApp

struct KeyMapTests {
  private let bindings = KeyMap.standard.bindings

  @Test(arguments: KeyContext.allCases) func noKeyDoesTwoThingsInOneContext(_ context: KeyContext) {
    var commands: [String: Command] = [:]
    for binding in bindings where binding.contexts.contains(context) {
      for label in binding.labels {
        #expect(commands[label] == nil, "\(label) in \(context)")
        commands[label] = binding.command
      }
    }
  }

  @Test func nothingIsBoundToAlt() {
    for binding in bindings {
      #expect(!binding.keys.contains { $0.modifiers.contains(.alt) }, "\(binding.name)")
    }
  }

  /// What may go on an escape sequence when it comes right after Esc.
  @Test(arguments: ["]", "P", "X", "^", "_", "[", "O"] as [Character])
  func nothingIsBoundToWhatContinuesAnEscapeSequence(_ character: Character) {
    for binding in bindings {
      #expect(!binding.keys.contains { $0.key == .character(character) }, "\(binding.name)")
    }
  }

  /// Terminals send the same bytes for these as for Tab, Enter, Esc and Backspace.
  @Test(arguments: ["i", "m", "[", "h"] as [Character])
  func nothingIsBoundToAControlLetterThatIsAnotherKey(_ character: Character) {
    for binding in bindings {
      #expect(!binding.keys.contains(KeyPress(.character(character), .control)), "\(binding.name)")
    }
  }

  @Test func everyBindingIsExplained() {
    for binding in bindings {
      #expect(!binding.keys.isEmpty)
      #expect(!binding.contexts.isEmpty)
      #expect(!binding.name.isEmpty && binding.name.count <= 16, "\(binding.name)")
      #expect(!binding.help.isEmpty && !binding.help.hasSuffix("."), "\(binding.help)")
    }
  }

  @Test(arguments: KeyContext.allCases) func helpNamesEveryKeyOfAContext(_ context: KeyContext) {
    let text84 = HelpText(keys: .standard, theme: .standard, glyphs: .unicode, columns: 84)
    let help = text84.lines(for: context, showsAll: false, holding: "")
    let text = help.map { $0.spans.map(\.text).joined() }.joined(separator: "\n")
    for binding in bindings where binding.contexts.contains(context) && !binding.hasDigits {
      for label in binding.labels { #expect(text.contains(label), "\(label)") }
    }
  }

  @Test(arguments: KeyContext.review) func theKeysOfReviewingDoSomethingEverywhere(
    _ context: KeyContext
  ) {
    let commands: [Command] = [
      .digit(1), .abstain, .conflict, .skip, .clear, .note, .undo, .redo, .nextUnscored, .filter,
      .nextArea, .previousArea, .help, .rubric, .faults, .reviewer, .redraw, .suspend, .quit,
    ]
    for command in commands {
      #expect(
        bindings.contains { $0.command == command && $0.contexts.contains(context) }, "\(command)")
    }
  }

  @Test(arguments: [Fixture.wide, Fixture.standard, Fixture.narrow], [false, true])
  func theWayToHelpIsAlwaysInSight(_ size: Size, isFailing: Bool) {
    for keys in ["", "Enter", "Esc"] {
      var script = Script(Fixture.state(size: size))
      script.press(keys)
      if isFailing {
        script.press("3")
        script.send(.saveFailed(problem: "no space left"))
      }
      let hints = script.screen.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
      #expect(hints.contains("? help"), "\(hints)")
      if script.state.context != .list { #expect(hints.contains("1-5 score"), "\(hints)") }
      if isFailing { #expect(hints.hasSuffix("NOT SAVED, trying again"), "\(hints)") }
    }
  }
}

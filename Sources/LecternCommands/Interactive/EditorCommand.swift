import SystemPackage

/// The editor of a person: a program and its arguments, before the file.
struct EditorCommand: Hashable {
  /// The program.
  let program: FilePath
  /// What comes before the name of the file.
  let arguments: [String]

  /// Why there is no editor, as a sentence with its remedy.
  struct Problem: Error, Hashable, CustomStringConvertible {
    let description: String
  }

  /// What is looked for where nobody said.
  private static let fallbacks = ["nano", "vi"]

  /// Takes `VISUAL`, else `EDITOR`, else `nano` or `vi`, whichever is there. An empty one counts as
  /// unset.
  ///
  /// One that names what is not there is an error: another editor than the wanted one would be a
  /// surprise, and some are hard to leave.
  ///
  /// - Parameter isProgram: whether there is a file that can be run.
  /// - Throws: `Problem`.
  init(
    environment: [String: String], isProgram: (FilePath) -> Bool
  ) throws(Problem) {
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    func find(_ name: String) -> FilePath? {
      if name.contains("/") { return isProgram(FilePath(name)) ? FilePath(name) : nil }
      return path.split(separator: ":", omittingEmptySubsequences: false)
        .map { FilePath($0.isEmpty ? "." : String($0)).appending(name) }.first(where: isProgram)
    }
    for variable in ["VISUAL", "EDITOR"] {
      guard let text = environment[variable] else { continue }
      let words: [String]
      do throws(ShellWords.Unfinished) {
        words = try ShellWords.split(text)
      } catch {
        throw Problem(
          description: "\(variable) cannot be understood: \(error.sign) is not finished in \(text)")
      }
      guard let name = words.first, !name.isEmpty else { continue }
      guard let program = find(name) else {
        throw Problem(
          description:
            "\(variable) names \(name), which is not there. Set it to an editor, such as "
            + "nano")
      }
      (self.program, arguments) = (program, Array(words.dropFirst()))
      return
    }
    guard let program = Self.fallbacks.compactMap(find).first else {
      throw Problem(
        description: "There is no editor. Set EDITOR to one, such as: export EDITOR=nano")
    }
    (self.program, arguments) = (program, [])
  }
}

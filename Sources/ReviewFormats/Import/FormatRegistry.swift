import ReviewCore

/// The foreign formats that Lectern reads.
package enum FormatRegistry {
  /// Every format, in the order in which they are tried. A new one is a line here.
  package static let formats: [any ImportFormat.Type] = [
    SessionizeCSV.self,
    SessionizeJSON.self,
    ConfeloCSV.self,
    LecternCSV.self,
  ]

  /// The names that `--from` knows, each once.
  package static var systems: [String] {
    var names: [String] = []
    for format in formats where !names.contains(format.system) { names.append(format.system) }
    return names
  }

  /// Reads a file. The format is recognised from the content, never from the name. O(bytes).
  ///
  /// Never fails: what is wrong is in the `faults` of the result, each with path, line and column;
  /// what is wrong with a file as a whole stands at its beginning.
  ///
  /// - Parameters:
  ///   - mapping: Which column is what; the file must be CSV then.
  ///   - system: The format by its name, where the person gave one.
  package static func read(
    _ input: InputFile, mapping: InputFile? = nil, system: String? = nil
  ) -> ImportedFile {
    var file = ImportedFile(system: system ?? "", path: input.path)
    do throws(Fault) {
      if let system, mapping == nil, !systems.contains(system) { throw unknownSystem(system) }
      let content = try content(of: input)
      if case .csv(let table) = content { file.faults += table.faults }
      if let mapping {
        file.system = system ?? MappedCSV.system
        let table = try MappedCSV.table(content)
        try MappedCSV.read(table, mapping: mapping, forcedSystem: system, into: &file)
      } else {
        let format = try format(of: content, system: system)
        file.system = format.system
        try format.read(content, into: &file)
      }
    } catch {
      file.faults.append(error)
    }
    for index in file.faults.indices {
      file.faults[index].path = file.faults[index].path ?? input.path
      file.faults[index].position = file.faults[index].position ?? .beginning
    }
    return file
  }

  private static func format(
    of content: ImportContent, system: String?
  ) throws(Fault) -> any ImportFormat.Type {
    let candidates = formats.filter { system == nil || $0.system == system }
    if let format = candidates.first(where: { $0.recognises(content) }) { return format }
    // Forced: the one of that system that has this syntax says itself what it misses.
    if system != nil,
      let format = candidates.first(where: { $0.syntax == content.syntax }) ?? candidates.first
    {
      return format
    }
    throw unrecognised(content)
  }

  /// Reads the syntax: JSON where the first character begins an object or an array, else CSV.
  static func content(of input: InputFile) throws(Fault) -> ImportContent {
    let bytes = input.bytes
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw Fault(
        problem: "this is an Excel file or another ZIP archive",
        remedy: "Save it as CSV in UTF-8 and import that")
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let first = bytes.dropFirst(hasMark ? 3 : 0).first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    guard let first else {
      throw Fault(problem: "the file is empty", remedy: "Export it again")
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return .json(try document(bytes))
    }
    let table = try CSVReader().read(bytes)
    guard Export(header: table.header) != nil else { return .csv(table) }
    // Our own: what was defused for spreadsheets is taken back, whoever reads it then.
    return .csv(try CSVReader(separator: table.separator, undefuses: true).read(bytes))
  }

  private static func document(_ bytes: [UInt8]) throws(Fault) -> JSONDocument {
    let document: JSONDocument
    do {
      document = try JSONDocument(bytes)
    } catch {
      throw Fault(
        position: error.position, problem: error.problem, remedy: "Export the file again")
    }
    if let key = document.root.repeatedKey {
      throw Fault(
        position: key.position,
        problem: "the key \((key.string ?? "").quoted) stands twice in one object",
        remedy: "Export the file again, or keep the one that is right")
    }
    return document
  }

  private static func unknownSystem(_ system: String) -> Fault {
    Fault(
      problem: "there is no format \(system.quoted)"
        + NearestWord.suggestion(for: system, among: systems),
      remedy: "It is one of \(systems.joined(separator: ", ")); for any other CSV give --map")
  }

  private static func unrecognised(_ content: ImportContent) -> Fault {
    let known = formats.map { $0.summary }.joined(separator: "; ")
    return switch content {
    case .csv(let table):
      Fault(
        position: .beginning,
        problem: "the format of this CSV file is not known: its columns are "
          + table.header.prefix(8).map(\.quoted).joined(separator: ", ")
          + (table.header.count > 8 ? ", …" : ""),
        remedy: "Known are: \(known). For any other CSV write a mapping file, such as "
          + MappedCSV.example(for: table.header) + ", and give it with --map")
    case .json(let document):
      Fault(
        position: document.root.position, problem: "the format of this JSON file is not known",
        remedy: "Known are: \(known)")
    }
  }
}

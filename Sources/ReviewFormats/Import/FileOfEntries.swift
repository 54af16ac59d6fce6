import ReviewCore

/// `proposals.json` or `speakers.json`: a header, and a list of entries that are kept as they are
/// but for what changes.
struct FileOfEntries {
  /// One entry that was read.
  struct Entry<Value> {
    var value: Value
    var tree: JSONObject
    var isChanged = false
  }

  /// A file without entries.
  static func empty(_ key: String) -> JSONObject {
    JSONObject(members: [("format", .int(FileHeader.currentFormat)), (key, .array([]))])
  }

  /// The value that a file of nothing but this entry gives; nil where it cannot be read.
  static func read<Value>(
    _ entry: JSONValue, key: String,
    by read: (JSONDocument) throws(Fault) -> Reading<[Value]>
  ) -> Value? {
    let file = JSONValue.object(JSONObject(members: [(key, .array([entry]))]))
    guard let document = try? JSONDocument(file.lineBytes) else { return nil }
    return try? read(document).value.first
  }

  /// What forbids writing the file: it is broken as a whole, or newer than this program.
  static func fault(of file: JSONObject, key: String) -> Fault? {
    let path = "\(key).json"
    guard let document = try? JSONDocument(JSONValue.object(file.shell(key)).lineBytes) else {
      return Fault(
        path: path, position: .beginning, problem: "the file is broken",
        remedy: "Run lectern check")
    }
    do throws(Fault) {
      guard try FileHeader(document.root).isNewer else {
        guard file[key] == nil || file[key]?.array != nil else {
          return Fault(
            path: path, position: .beginning, problem: "\"\(key)\" is no array",
            remedy: "Write an array there")
        }
        return nil
      }
    } catch {
      // The shell stands on one line of its own: only its beginning is a place in the file.
      var fault = error.inFile(path)
      fault.position = .beginning
      return fault
    }
    return Fault(
      path: path, position: .beginning,
      problem: "the file comes from a newer version, and is never written",
      remedy: "Update Lectern")
  }
}

extension JSONObject {
  /// The file without its entries.
  fileprivate func shell(_ key: String) -> JSONObject {
    JSONObject(members: members.map { ($0.key, $0.key == key ? .array([]) : $0.value) })
  }

  /// Sets a key to a text, or removes it where there is none.
  mutating func set(_ key: String, _ text: String?) { self[key] = text.map { .string($0) } }

  /// Sets a key to a list of texts, or removes it where it is empty.
  mutating func set(_ key: String, _ texts: [String]) {
    self[key] = texts.isEmpty ? nil : .strings(texts)
  }
}

extension [Answer] {
  /// The answers as they stand in a file; one that stands in `old` as it is there, with all that
  /// this version does not know of it.
  func json(keeping old: [JSONValue]) -> JSONValue {
    .array(
      map { answer in
        let known = old.first {
          $0.object?["question"] == .string(answer.question)
            && $0.object?["answer"] == .string(answer.answer)
        }
        return known
          ?? .object(
            JSONObject(members: [
              ("question", .string(answer.question)), ("answer", .string(answer.answer)),
            ]))
      })
  }

  /// Whether both are the same by bytes.
  func isSame(as other: [Answer]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy {
        $0.question.isSameBytes(as: $1.question) && $0.answer.isSameBytes(as: $1.answer)
      }
  }
}

/// Whether two texts are the same by bytes; none and the empty one are.
func isSameText(_ one: String?, _ other: String?) -> Bool {
  (one ?? "").isSameBytes(as: other ?? "")
}

import FuzzTargets
import Glibc
import Testing

/// What the fuzzers found worth keeping, and what once was a finding: each input, every time.
struct CorpusTests {
  private static let corpus =
    #filePath.split(separator: "/").dropLast(2)
    .map { "/\($0)" }.joined() + "/Corpus"

  @Test(arguments: FuzzTarget.all.map(\.name))
  func everyInputOfTheCorpusHolds(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let folder = "\(Self.corpus)/\(name)"
    let names = try Self.names(in: folder)
    #expect(names.count >= 3, "a corpus of \(names.count)")
    for file in names {
      let bytes = try Self.bytes(of: "\(folder)/\(file)")
      #expect(throws: Never.self, "\(name)/\(file)") { try target.check(bytes) }
    }
  }

  @Test func everyFolderOfTheCorpusHasATarget() throws {
    #expect(Set(try Self.names(in: Self.corpus)) == Set(FuzzTarget.all.map(\.name)))
  }

  @Test func aFindingIsReported() {
    let target = FuzzTarget(name: "trial") { bytes in
      if bytes.first == 7 { throw Finding(description: "seven") }
    }
    #expect(throws: Finding(description: "seven")) { try target.check([7]) }
  }

  private static func names(in folder: String) throws -> [String] {
    let stream = try #require(opendir(folder), "\(folder)")
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"), "\(path)")
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file)
    rewind(file)
    var bytes = [UInt8](repeating: 0, count: count)
    #expect(fread(&bytes, 1, count, file) == count)
    return bytes
  }
}

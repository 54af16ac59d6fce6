import ReviewCore
import Testing

@Suite struct ListCommandTests {
  private func list(_ arguments: String...) async throws -> CommandResult {
    try await TestFolder.summit().run(["list", "--as", "ben"] + arguments)
  }

  @Test func jsonHasTheDocumentedShape() async throws {
    let result = try await list("--format", "json", "--filter", "id:1")
    #expect(result.code == 0)
    #expect(result.output.hasSuffix("]\n"))
    let entry = try result.json[0]
    let my: JSONValue = [
      "status": "scored", "scores": ["relevance": 4, "content": 4], "overall": 4,
    ]
    #expect(entry["id"] == "1")
    #expect(entry["title"] == "Iceberg, slowly")
    #expect(entry["status"] == "submitted")
    #expect(entry["focusAreas"] == ["lakehouse"])
    #expect(entry["format"] == "talk-25")
    #expect(entry["level"] == "Advanced")
    #expect(entry["tags"] == ["iceberg"])
    #expect(entry["my"] == my)
    #expect(entry["n"] == 2)
    #expect(entry["score"] == .double(4.333333))
  }

  @Test func aDraftHidesTheOthers() async throws {
    let entry = try await list("--format", "json", "--filter", "id:2").json[0]
    #expect(entry["my"] == ["status": "draft", "scores": ["relevance": 2], "overall": 2])
    #expect(entry["n"] == .null)
    #expect(entry["score"] == .null)
  }

  @Test func theDefaultOrderIsTheQueue() async throws {
    let ids = try await list("--format", "json").json.strings(of: "id")
    #expect(ids == ["2", "12", "talk-a", "10", "1", "11"])
  }

  @Test(arguments: [
    ("id", ["1", "2", "10", "11", "12", "talk-a"]),
    ("-id", ["talk-a", "12", "11", "10", "2", "1"]),
    ("title", ["12", "2", "10", "11", "1", "talk-a"]),
    ("area", ["1", "2", "10", "11", "12", "talk-a"]),
    ("my", ["2", "1", "10", "11", "12", "talk-a"]),
    ("-my", ["1", "2", "10", "11", "12", "talk-a"]),
    ("-score", ["1", "2", "10", "11", "12", "talk-a"]),
    ("-status", ["11", "1", "2", "10", "12", "talk-a"]),
  ])
  func keysOrder(key: String, expected: [String]) async throws {
    let result = try await list("--sort", key, "--format", "json")
    #expect(try result.json.strings(of: "id") == expected)
  }

  @Test func anUnknownKeyIsWrongUsage() async throws {
    let result = try await list("--sort", "-scroe")
    #expect(result.code == 64)
    #expect(result.messages.contains("did you mean \"score\""))
  }

  @Test func aFilterMayBeginWithAHyphen() async throws {
    let result = try await list("--format", "json", "--filter", "-area:agentic is:unscored")
    #expect(try result.json.strings(of: "id") == ["12", "talk-a", "11"])
  }

  @Test func aBadQueryNamesTheColumnAndTheNearest() async throws {
    let result = try await list("--filter", "is:unscord")
    #expect(result.code == 64)
    #expect(result.messages.hasPrefix("--filter: column 4: "))
    #expect(result.messages.contains("unscored"))
  }

  @Test func csvIsDefusedAndEndsLinesWithCRLF() async throws {
    let result = try await list("--format", "csv", "--sort", "id")
    let lines = result.output.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines.first?.hasPrefix("id,title,status,focusAreas,format,level,round,tags,my.status,")
        == true)
    #expect(lines.count == 8)
    #expect(result.output.contains("\r\n12,'=cmd"))
  }

  @Test func ndjsonIsAnObjectALine() async throws {
    let result = try await list("--format", "ndjson")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 6)
    for line in lines { _ = try JSONDocument(Array(line.utf8)) }
  }

  @Test func noControlCharacterReachesATerminal() async throws {
    let folder = try TestFolder.summit()
    for format in ["table", "csv", "json", "ndjson"] {
      let world = TestFolder.World(terminalColumns: 60)
      let result = await folder.run("list", "--format", format, in: world)
      #expect(result.code == 0)
      let controls = result.output.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(controls.isEmpty, "\(format)")
    }
  }

  @Test func jsonIsExactWhereItIsEscaped() async throws {
    let result = try await list("--format", "json", "--filter", "id:12")
    #expect(!result.output.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
    #expect(
      try result.json[0]["title"].string == "=cmd \u{1b}[31mred\u{1b}[0m \u{7f}\u{9b}2J")
  }

  @Test func aTableFitsTheTerminalAndAPipeGetsAllOfIt() async throws {
    let folder = try TestFolder.summit()
    let narrow = await folder.run("list", in: .init(terminalColumns: 44))
    for line in narrow.output.split(separator: "\n") { #expect(line.count <= 44) }
    #expect(await folder.run("list").output.contains("Cleo's own talk"))
  }
}

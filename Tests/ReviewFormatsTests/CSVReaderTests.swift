import ReviewCore
import ReviewFormats
import Testing

private func read(_ text: String, undefuses: Bool = false) throws -> [[String]] {
  let table = try CSVReader(undefuses: undefuses).read(Array(text.utf8))
  return [table.header] + table.rows.map { row in table.header.indices.map { row[$0] } }
}

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}\"a\",b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1;1\t2\n", [["a", "b"], ["1;1", "2"]]),
    ("\"a;;;\",b\n1,2\n", [["a;;;", "b"], ["1", "2"]]),
    ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("a,b\n1\n", [["a", "b"], ["1", ""]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("a\n\"\"\n", [["a"], [""]]),
    ("\n\na,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n 1 , 2\n", [["a", "b"], [" 1 ", " 2"]]),
    ("a,b\n\"x\r\ny\n\",z\n", [["a", "b"], ["x\r\ny\n", "z"]]),
    ("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", [["a", "b"], ["say \"hi\"", "\""]]),
    ("a,b\nx\"y,5\"\n", [["a", "b"], ["x\"y", "5\""]]),
    ("a,b\n\"é😀\",ß\n", [["a", "b"], ["é😀", "ß"]]),
    ("", [[]]),
  ])
  func textsReadAsTheirFields(_ text: String, _ rows: [[String]]) throws {
    #expect(try read(text) == rows)
  }

  @Test(arguments: [
    ("a,b\n1,\"open", 2, 3, "never closed"),
    ("a,b\n\"x\"y,2\n", 2, 4, "behind the closing quote"),
    ("a,b\n\"x\" ,2\n", 2, 4, "behind the closing quote"),
    ("a,b\n\"1\n2\n\",\"x\"\"", 4, 3, "never closed"),
    ("a,b\né,\u{0}\n", 2, 3, "NUL"),
  ])
  func brokenTextsAreFaultsWithTheirPlace(
    _ text: String, _ line: Int, _ column: Int, _ problem: String
  ) {
    let fault = #expect(throws: Fault.self) { try CSVReader().read(Array(text.utf8)) }
    #expect(fault?.position == SourcePosition(line: line, column: column))
    #expect(fault?.problem.contains(problem) == true)
  }

  @Test func bytesThatAreNotUTF8AreAFault() {
    let fault = #expect(throws: Fault.self) {
      try CSVReader().read(Array("a,b\nabcdefghij,".utf8) + [0xE9, 0x0A])
    }
    #expect(fault?.position == SourcePosition(line: 2, column: 12))
  }

  @Test func aRowLongerThanTheHeaderIsAFaultAtItsFirstExtraField() throws {
    let table = try CSVReader().read(Array("a,b\n1,2\n\"x\ny\",2,é,4\n".utf8))
    #expect(table.faults.map(\.position) == [SourcePosition(line: 4, column: 6)])
  }

  @Test func rowsAndFieldsKnowTheirPlaces() throws {
    let table = try CSVReader().read(Array("a,b\n\"1\n\n2\",é\"\r\n\r\nü,\"z\"\r\n".utf8))
    let rows = Array(table.rows)
    #expect(rows.map(\.line) == [2, 6])
    #expect(rows[0].position(of: 1) == SourcePosition(line: 4, column: 4))
    #expect(rows[1].position(of: 1) == SourcePosition(line: 6, column: 3))
    #expect(rows[1].position(of: 7) == SourcePosition(line: 6, column: 1))
    #expect(table.position(ofColumn: 1) == SourcePosition(line: 1, column: 3))
  }

  @Test func aGivenSeparatorGoesBeforeTheDetectedOne() throws {
    let table = try CSVReader(separator: .semicolon).read(Array("a,b,c;d\n".utf8))
    #expect(table.header == ["a,b,c", "d"])
  }
}

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@a", "'@a"), ("\ta", "'\ta"),
    ("\ra", "'\ra"), ("'a", "''a"), ("''", "'''"), ("-5", "-5"), ("+1.5", "+1.5"), ("-.5", "-.5"),
    ("-1e5", "-1e5"), ("-1e", "'-1e"), ("-", "'-"), ("+49 30 1234", "'+49 30 1234"),
    ("-5\n", "'-5\n"), ("a=1", "a=1"), ("", ""), ("-1.2.3", "'-1.2.3"),
  ])
  func aCellThatASpreadsheetWouldRunIsDefused(_ cell: String, _ defused: String) {
    #expect(CSVWriter.defused(cell) == defused)
  }

  @Test func onlyWhatNeedsQuotesHasThem() {
    var writer = CSVWriter(header: ["a", "b c"])
    writer.append(["1,2", "say \"hi\""])
    writer.append([" x ", "two\nlines"])
    let text = "a,b c\r\n\"1,2\",\"say \"\"hi\"\"\"\r\n x ,\"two\nlines\"\r\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: 0..<60)
  func whatIsWrittenReadsBackTheSame(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      ",", ";", "\t", "\"", "\"\"", "'", "=", "-", "+", "@", "\r\n", "\n", "\r", " ", "a", "é",
      "日本",
      "😀", "\u{FEFF}", "5", ".", "e",
    ]
    let columns = Int.random(in: 1...5, using: &random)
    func cell() -> String {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    let rows = (0...Int.random(in: 0...8, using: &random)).map { _ in
      (0..<columns).map { _ in cell() }
    }
    var writer = CSVWriter(header: rows[0])
    for row in rows.dropFirst() { writer.append(row) }
    let table = try CSVReader(separator: .comma, undefuses: true).read(writer.bytes)
    let back = [table.header] + table.rows.map { row in (0..<columns).map { row[$0] } }
    #expect(back.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    #expect(table.faults.isEmpty)
  }
}

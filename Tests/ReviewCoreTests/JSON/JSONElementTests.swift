import Testing

@testable import ReviewCore

@Suite struct JSONElementTests {
  @Test(arguments: [
    (#""\u0041\u00e9\ud83d\ude00""#, "Aé😀"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0000""#, "\u{0}"), ("\"日\"", "日"), (#""\\u0041""#, "\\u0041"), ("\"\"", ""),
  ])
  func escapesAreRead(text: String, string: String) throws {
    #expect(try document(text).root.string?.isSameBytes(as: string) == true)
  }

  @Test(arguments: [
    #""\ud800""#, #""\udc00""#, #""\udc00\ud800""#, #""\ud800x""#, #""\ud800\u0041""#,
    #""\ud800\ud800\udc00""#,
  ])
  func anUnpairedSurrogateIsNoTextButIsKept(text: String) throws {
    let root = try document("[\(text)]").root
    #expect(root.elements.map(\.string) == [nil])
    #expect(root.illFormedString?.position == SourcePosition(line: 1, column: 2))
    #expect(ReviewCoreTests.text(JSONValue(root).lineBytes) == "[\(text)]")
  }

  @Test func eachKindIsOnlyItself() throws {
    let values = try Array(document(#"[null,true,false,1.5,"s",[1],{"k":2}]"#).root.elements)
    #expect(values.map(\.kind) == [.null, .true, .false, .number, .string, .array, .object])
    #expect(values.map(\.bool) == [nil, true, false, nil, nil, nil, nil])
    #expect(values.map { $0.number?.double } == [nil, nil, nil, 1.5, nil, nil, nil])
    #expect(values.map(\.string) == [nil, nil, nil, nil, "s", nil, nil])
    #expect(values.map { Array($0.elements).count } == [0, 0, 0, 0, 0, 1, 0])
    #expect(values.map { Array($0.members).count } == [0, 0, 0, 0, 0, 0, 1])
    #expect(values.map { $0["k"]?.number?.int } == [nil, nil, nil, nil, nil, nil, 2])
  }

  @Test func positionsAreThoseOfTheFirstCharacter() throws {
    let root = try document("\u{FEFF}{\r\n  \"é\": \"v\",\r  \"b\": [\n1]}").root
    #expect(root.position == SourcePosition(line: 1, column: 1))
    #expect(root["é"]?.position == SourcePosition(line: 2, column: 8))
    #expect(root["b"]?.position == SourcePosition(line: 3, column: 8))
    #expect(root["b"]?.elements.map(\.position) == [SourcePosition(line: 4, column: 1)])
    #expect(root.members.map(\.keyElement.position.column) == [3, 3])
  }
}

import Testing

@testable import ReviewCore

@Suite struct JSONValueWritingTests {
  /// What Python writes: `json.dumps(v, indent=2, sort_keys=True, ensure_ascii=False) + "\n"`.
  @Test(arguments: [
    ("{}", "{}\n"), ("[]", "[]\n"), ("[[],{}]", "[\n  [],\n  {}\n]\n"),
    (
      #"{"b":[1,"x"],"a":{"d":null,"c":true},"é":"/","Z":0.5}"#,
      """
      {
        "Z": 0.5,
        "a": {
          "c": true,
          "d": null
        },
        "b": [
          1,
          "x"
        ],
        "é": "/"
      }

      """
    ),
    (
      #""\"\\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\ud83d\ude00""#,
      #""\"\\/\b\f\n\r\t\u0000\u001f"# + "\u{7F}\u{2028}😀\"\n"
    ),
    ("1.50", "1.50\n"), ("{\"\u{FF21}\":1,\"😀\":2}", "{\n  \"Ａ\": 1,\n  \"😀\": 2\n}\n"),
  ])
  func aFileIsWrittenLikePythonDoes(source: String, file: String) throws {
    #expect(text(JSONValue(try document(source).root).fileBytes) == file)
  }

  @Test func oneLineHasNoSpace() throws {
    let value = JSONValue(try document(#"{ "b" : [ 1 , { } ], "a" : "x y" }"#).root)
    #expect(text(value.lineBytes) == #"{"a":"x y","b":[1,{}]}"#)
  }

  @Test func canonicalNumbersAreTheShortest() throws {
    let value = JSONValue(try document("[1.50, 1e2, 100, -0, 0.1e1, 1e400]").root)
    #expect(text(value.canonicalBytes) == "[1.5,100,100,0,1,1e400]")
  }

  @Test(arguments: 1...20)
  func whatIsWrittenReadsBackEqual(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<50 {
      let value = RandomJSON.value(&random)
      for bytes in [value.fileBytes, value.lineBytes, value.canonicalBytes] {
        let again = JSONValue(try JSONDocument(bytes).root)
        #expect(again == value, "seed \(seed): \(text(bytes))")
        #expect(again.hashValue == value.hashValue, "seed \(seed)")
        #expect(again.fileBytes == value.fileBytes, "seed \(seed)")
      }
    }
  }
}

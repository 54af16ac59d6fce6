import ReviewCore
import ReviewFormats
import Testing

@Suite struct FormatRegistryTests {
  @Test func theFormatIsKnownFromTheContent() {
    #expect(imported(sessionizeHeader()).system == "sessionize")
    #expect(
      imported(sessionizeHeader().map { $0 == "," ? ";" : String($0) }.joined()).faults.isEmpty)
    #expect(imported(#" {"sessions": [], "speakers": []}"#).system == "sessionize")
    #expect(imported("ID\tTitle\tSpeaker\n").system == "confelo")
  }

  @Test func anUnknownFormatNamesTheKnownOnesAndShowsAMapping() {
    let fault = imported("Zeit,Titel\n1,2\n").faults.first
    #expect(fault?.description.hasPrefix("in.csv:1:1: ") == true)
    for part in ["Sessionize", "confelo", "--map", #""title": "Titel""#] {
      #expect(fault?.remedy.contains(part) == true)
    }
  }

  @Test func aForcedFormatSaysWhatItMisses() {
    let fault = imported("a,b\n", system: "confelo").faults.first
    #expect(fault?.problem == "the header lacks id, title or speaker")
    let json = imported("{}", system: "sessionize").faults.first
    #expect(json?.problem == "there is no \"sessions\"")
  }

  @Test func aMistypedSystemGetsTheNearestOne() {
    let fault = imported("a,b\n", system: "sessionise").faults.first
    #expect(fault?.problem.contains("did you mean \"sessionize\"") == true)
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x00], "Excel"), ([0xFF, 0xFE, 0x61, 0x00], "not UTF-8"),
      ([], "is empty"), ([0xEF, 0xBB, 0xBF, 0x0A], "is empty"),
    ] as [([UInt8], String)])
  func otherFilesAreFaults(_ bytes: [UInt8], _ problem: String) {
    let file = FormatRegistry.read(InputFile(path: "x", bytes: bytes))
    #expect(file.faults.first?.problem.contains(problem) == true)
    #expect(file.faults.first?.description.hasPrefix("x:1:1: ") == true)
  }

  @Test func everyFaultOfAWholeFileStandsAtItsBeginning() {
    let json = InputFile(path: "x", bytes: Array("{}".utf8))
    let csv = InputFile(path: "x", bytes: Array("a,b\n".utf8))
    let map = InputFile(path: "m", bytes: Array(#"{"id": "a", "title": "b"}"#.utf8))
    for file in [
      FormatRegistry.read(json, mapping: map), FormatRegistry.read(json, system: "confelo"),
      FormatRegistry.read(csv, system: "nosuch"), FormatRegistry.read(csv, system: "lectern"),
    ] {
      #expect(file.faults.first?.description.hasPrefix("x:1:1: ") == true)
    }
  }

  @Test(arguments: 0..<40)
  func mutatedInputNeverTraps(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let samples = [
      sessionizeHeader(session: "Track,Status,", speaker: "Company,")
        + "7,T,\"D\r\n\"\"x\"\"\",O,o@x,\"Agentic, Foo\",Withdrawn,No,No,,,,,,,g,A,B,a@x,,,C,li,,,\n"
        + "7,,,,,,,No,No,,,,,,,h,C,D,,,,,,,,\n",
      #"{"sessions":[{"id":"1","title":"T","speakers":["a"],"categoryItems":[1],"questionAnswers":[{"questionId":2,"answerValue":"x"}],"roomId":1}],"speakers":[{"id":"a","firstName":"A","links":[{"url":"u"}],"sessions":[1]}],"questions":[{"id":2,"question":"Q"}],"categories":[{"id":1,"title":"C","items":[{"id":1,"name":"Agentic"}]}],"rooms":[{"id":1,"name":"R"}]}"#,
      "id,title,speaker,abstract,track,score\n1,T,\"A; B\",x,\"agentic;é\",3\n2,U,C,,,\n",
    ]
    let map = InputFile(
      path: "m",
      bytes: Array(
        #"{"id":"id","title":"title","speaker":{"column":"speaker","separator":";"}}"#.utf8))
    for _ in 0..<40 {
      var bytes = Array(samples.randomElement(using: &random)!.utf8)
      var mapping = map
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(Array("\",;\n{}[]'\\".utf8).randomElement(using: &random)!, at: place)
        case 3: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0..<40, using: &random)))
        default:
          let index = Int.random(in: 0..<mapping.bytes.count, using: &random)
          mapping.bytes[index] = UInt8.random(in: 32...126, using: &random)
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      let input = InputFile(path: "x", bytes: bytes)
      for file in [FormatRegistry.read(input), FormatRegistry.read(input, mapping: mapping)] {
        let plan = ImportPlan(
          files: [file], event: sampleEvent(), proposals: nil, speakers: nil, now: march)
        let proposals = try JSONDocument(plan.proposalsFile.bytes)
        #expect(try ProposalReader.read(proposals).faults.isEmpty)
        if let speakers = plan.speakersFile {
          #expect(try SpeakerReader.read(JSONDocument(speakers.bytes)).faults.isEmpty)
        }
        let again = ImportPlan(
          files: [file], event: sampleEvent(), proposals: plan.proposalsFile,
          speakers: plan.speakersFile, now: april)
        if plan.changesProposals { #expect(!again.changesProposals && !again.changesSpeakers) }
      }
    }
  }
}

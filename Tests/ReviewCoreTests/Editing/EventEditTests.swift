import ReviewCore
import Testing

@Suite struct EventEditTests {
  static let file = """
    {"format": 1, "name": "Summit", "unknown": {"kept": true},
     "focusAreas": [{"id": "lake", "name": "Lakes", "slots": {"min": 2, "max": 9, "soft": 7}},
                    {"id": "ml", "name": "ML", "slots": 4}],
     "formats": [{"id": "talk", "name": "Talk", "minutes": 25}, {"id": "bad"}],
     "committee": [{"id": "ada", "name": "Ada", "role": "chair", "badge": 7},
                   {"id": "bo", "name": "Bo", "role": "reviewer", "email": "bo@x.org", "seat": "3"},
                   {"id": "cy", "name": "Cy"},
                   {"id": "di", "name": "Di", "role": "reviewer"}],
     "rounds": [{"id": "early", "name": "Early"},
                {"id": "main", "name": "Main", "closes": "2026-04-12T23:59:59.000Z", "x": 1}],
     "rules": {"slots": 36, "later": "?"}}
    """

  static func read(_ tree: JSONObject) throws -> Event {
    try EventReader.read(JSONDocument(JSONValue.object(tree).fileBytes)).value
  }

  private static func applied(_ edit: EventEdit) throws -> JSONObject {
    try edit.applied(to: object(file))
  }

  private static func refusal(_ edit: EventEdit) throws -> EventEditRefusal? {
    let tree = try object(file)
    return #expect(throws: EventEditRefusal.self) { _ = try edit.applied(to: tree) }
  }

  private static func entry(_ tree: JSONObject, _ key: String, _ place: Int) -> JSONValue? {
    guard let entries = tree[key]?.array, entries.indices.contains(place) else { return nil }
    return entries[place]
  }

  @Test func aMemberIsAddedAndAllElseStays() throws {
    var member = Member(id: "eve", name: "Eve")
    member.expertise = ["ml"]
    var expected = try object(Self.file)
    expected["committee"] = .array(
      (expected["committee"]?.array ?? []) + [
        ["id": "eve", "name": "Eve", "role": "reviewer", "expertise": ["ml"]]
      ])
    #expect(try Self.applied(.addMember(member)) == expected)
  }

  @Test func aMemberIsChangedAndUnknownKeysStay() throws {
    var member = Member(id: "bo", name: "Bodil", role: .chair)
    member.organization = "Acme"
    let tree = try Self.applied(.changeMember("bo", member))
    #expect(
      Self.entry(tree, "committee", 1) == [
        "id": "bo", "name": "Bodil", "role": "chair", "organization": "Acme", "seat": "3",
      ])
  }

  @Test func whoIsRemovedComesBackWithAllTheyHad() throws {
    let before = try object(Self.file)
    let edit = EventEdit.removeMember("bo")
    let after = try edit.applied(to: before)
    #expect(after["committee"]?.array?.count == 3)
    let inverse = try edit.inverse(in: Self.read(before))
    #expect(try inverse.applied(to: after) == before)
  }

  @Test func aDeadlineIsSetAndTakenAway() throws {
    let time = try #require(Timestamp("2026-03-01T10:00:00Z"))
    let set = try Self.applied(.setDeadline(round: "early", time))
    #expect(
      Self.entry(set, "rounds", 0) == [
        "id": "early", "name": "Early", "closes": "2026-03-01T10:00:00.000Z",
      ])
    let none = try Self.applied(.setDeadline(round: "main", nil))
    #expect(Self.entry(none, "rounds", 1) == ["id": "main", "name": "Main", "x": 1])
  }

  @Test func aNewRoundStandsBeforeTheLast() throws {
    let tree = try Self.applied(.addRound(Round(id: "mid", name: "Mid")))
    #expect(try Self.read(tree).rounds.map(\.id) == ["early", "mid", "main"])
    #expect(
      try EventEdit.addRound(Round(id: "r", name: "R")).applied(to: JSONObject())["rounds"]
        == [["id": "r", "name": "R"]])
    let renamed = try Self.applied(.renameRound("main", "All"))
    #expect(try Self.read(renamed).rounds.map(\.name) == ["Early", "All"])
  }

  @Test func rulesAreSetAndTakenAway() throws {
    let tree = try Self.applied(.setRule(.maxPerSpeaker(2)))
    #expect(tree["rules"] == ["slots": 36, "later": "?", "maxPerSpeaker": 2])
    #expect(try Self.applied(.setRule(.slots(nil)))["rules"] == ["later": "?"])
    #expect(
      try EventEdit.setRule(.otherReviews(.never)).applied(to: JSONObject())["rules"]
        == ["otherReviews": "never"])
  }

  @Test(
    arguments: [
      (.setAreaSlots("lake", .init(maximum: 8)), "focusAreas", 0, ["max": 8, "soft": 7]),
      (.setAreaSlots("lake", .init()), "focusAreas", 0, ["soft": 7]),
      (.setAreaSlots("ml", .init(maximum: 5)), "focusAreas", 1, 5),
      (.setAreaSlots("ml", .init(minimum: 1, maximum: 5)), "focusAreas", 1, ["min": 1, "max": 5]),
      (.setAreaSlots("ml", .init()), "focusAreas", 1, nil),
      (.setFormatSlots("talk", .init(minimum: 3)), "formats", 0, ["min": 3]),
    ] as [(EventEdit, String, Int, JSONValue?)])
  func slotsKeepTheShapeTheyHave(
    edit: EventEdit, key: String, place: Int, expected: JSONValue?
  ) throws {
    let entry = Self.entry(try Self.applied(edit), key, place)
    #expect(entry?.object?["slots"] == expected)
  }

  @Test(
    arguments: [
      (.addMember(Member(id: "bo", name: "B")), .memberIsThere("bo")),
      (.addMember(Member(id: "cy", name: "C")), .memberIsThere("cy")),
      (.addMember(Member(id: "eve", name: " ")), .noName("a member")),
      (.removeMember("ada"), .lastChair("ada")),
      (.removeMember("cy"), .unknown("member", "cy", among: ["ada", "bo", "di"])),
      (.changeMember("ada", Member(id: "ada", name: "Ada")), .lastChair("ada")),
      (.changeMember("bo", Member(id: "bob", name: "Bo")), .idStays("bo")),
      (
        .changeMember("cy", Member(id: "cy", name: "Cy")),
        .unknown("member", "cy", among: ["ada", "bo", "di"])
      ),
      (.setDeadline(round: "late", nil), .unknown("round", "late", among: ["early", "main"])),
      (.addRound(Round(id: "main", name: "M")), .roundIsThere("main")),
      (.renameRound("main", ""), .noName("a round")),
      (.setRule(.reviewsPerProposal(0)), .number(0, minimum: 1)),
      (.setRule(.slots(-1)), .number(-1, minimum: 0)),
      (.setRule(.minutes(2_000_000_000)), .number(2_000_000_000, minimum: 0)),
      (.setAreaSlots("lake", .init(minimum: 3, maximum: 2)), .minimumAboveMaximum(3, 2)),
      (.setAreaSlots("lake", .init(maximum: -2)), .number(-2, minimum: 0)),
      (.setAreaSlots("lakes", .init()), .unknown("focus area", "lakes", among: ["lake", "ml"])),
      (.setFormatSlots("bad", .init()), .unknown("format", "bad", among: ["talk"])),
    ] as [(EventEdit, EventEditRefusal)])
  func whatCannotBeIsRefused(edit: EventEdit, refusal: EventEditRefusal) throws {
    #expect(try Self.refusal(edit) == refusal)
    #expect(refusal.description.hasSuffix("."))
  }

  @Test func whatCannotBeReadIsNotWrittenOver() throws {
    let twice = try object(
      #"{"committee": [{"id":"a","name":"A","role":"chair"},{"id":"a","name":"A"}]}"#)
    #expect(throws: EventEditRefusal.unreadable("The entry of a")) {
      try EventEdit.changeMember("a", Member(id: "a", name: "B", role: .chair)).applied(to: twice)
    }
    let noList = try object(#"{"committee": {"a": 1}, "rounds": 7}"#)
    #expect(throws: EventEditRefusal.unreadable("\"committee\"")) {
      try EventEdit.addMember(Member(id: "a", name: "B")).applied(to: noList)
    }
    #expect(throws: EventEditRefusal.unreadable("\"rounds\"")) {
      try EventEdit.addRound(Round(id: "a", name: "B")).applied(to: noList)
    }
    let broken = try object(#"{"rules": {"slots": "many"}}"#)
    #expect(throws: Fault.self) { try EventEdit.setRule(.slots(1)).applied(to: broken) }
  }

  @Test func onlyAChairMayChangeTheEvent() throws {
    let event = try Self.read(object(Self.file))
    #expect(throws: Never.self) { try event.checkMayChange("ada") }
    for viewer in ["bo", "zoe", nil] as [Identifier?] {
      #expect(throws: EventEditRefusal.notChair(viewer, chairs: ["ada"])) {
        try event.checkMayChange(viewer)
      }
    }
    #expect(throws: Never.self) { try Event(name: "x").checkMayChange(nil) }
  }

  @Test func titlesNameWhatIsChanged() throws {
    let event = try Self.read(object(Self.file))
    let edits: [EventEdit] = [
      .removeMember("bo"), .setDeadline(round: "main", nil), .setAreaSlots("ml", .init()),
      .setRule(.slots(1)),
    ]
    #expect(
      edits.map { $0.title(in: event) } == [
        "Bo removed", "deadline of Main", "slots of ML", "slots of the programme",
      ])
  }

  /// The tree and the value change alike; the inverse brings both back; redo does it again.
  @Test(arguments: 1...20)
  func editsUndoAndRedo(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var tree = try object(Self.file)
    for _ in 0..<40 {
      let edit = Self.randomEdit(&random)
      let event = try Self.read(tree)
      guard let after = try? edit.applied(to: event) else { continue }
      guard let changed = try? edit.applied(to: tree) else {
        // What cannot be read has the id.
        guard case .addMember(let member, _) = edit, member.id == "cy" else {
          Issue.record("seed \(seed): \(edit)")
          continue
        }
        continue
      }
      #expect(try Self.read(changed) == after, "seed \(seed): \(edit)")
      #expect(edit.stands(in: after), "seed \(seed): \(edit)")
      let inverse = try edit.inverse(in: event)
      let undone = try inverse.applied(to: changed)
      #expect(try Self.read(undone) == event, "seed \(seed): \(edit)")
      #expect(try inverse.applied(to: after) == event, "seed \(seed): \(edit)")
      #expect(inverse.stands(in: event), "seed \(seed): \(edit)")
      #expect(try edit.applied(to: undone) == changed, "seed \(seed): \(edit)")
      if after != event { #expect(!edit.stands(in: event), "seed \(seed): \(edit)") }
      #expect(changed["unknown"] == ["kept": true])
      tree = changed
    }
  }

  private static func randomEdit(_ random: inout SplitMix64) -> EventEdit {
    let person: Identifier = random.one(of: ["ada", "bo", "cy", "di", "eve", "flo"])
    let round: Identifier = random.one(of: ["early", "main", "extra"])
    let number = random.one(of: [nil, 0, 1, 5])
    let role = random.one(of: Member.Role.allCases)
    let least = random.one(of: [nil, 0, 2])
    switch random.below(10) {
    case 0: return .addMember(Member(id: person, name: "New"), at: random.one(of: [nil, 0, 1, 9]))
    case 1: return .removeMember(person)
    case 2: return .changeMember(person, Member(id: person, name: "Other", role: role))
    case 3: return .addRound(Round(id: round, name: "R"), at: random.one(of: [nil, 0, 9]))
    case 4: return .removeRound(round)
    case 5: return .renameRound(round, random.one(of: ["One", "Two"]))
    case 6: return .setDeadline(round: round, random.one(of: [nil, 0, 86_399_000]))
    case 7:
      return .setAreaSlots(random.one(of: ["lake", "ml"]), .init(minimum: least, maximum: number))
    case 8: return .setFormatSlots("talk", .init(minimum: least, maximum: number))
    default:
      return .setRule(
        random.one(of: [
          .speakers(random.one(of: Rules.SpeakerVisibility.allCases)),
          .otherReviews(random.one(of: Rules.ReviewVisibility.allCases)),
          .reviewsPerProposal(number), .slots(number), .minutes(number), .maxPerSpeaker(number),
          .maxPerOrganization(number),
        ]))
    }
  }
}

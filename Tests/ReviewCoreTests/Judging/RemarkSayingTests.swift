import ReviewCore
import Testing

@Suite struct RemarkSayingTests {
  @Test func theKeyFollowsFromWhatIsSaid() {
    let one = Remark.said("Hello", of: "1", by: "ada", at: 1, among: [:])
    let same = Remark.said("Hello", of: "1", by: "ada", at: 1, among: [:])
    #expect(one.id == same.id)
    #expect(one.id.hasPrefix("d-") && one.id.count == 14)
    let others = [
      Remark.said("Hello!", of: "1", by: "ada", at: 1, among: [:]).id,
      Remark.said("Hello", of: "2", by: "ada", at: 1, among: [:]).id,
      Remark.said("Hello", of: "1", by: "bo", at: 1, among: [:]).id,
      Remark.said("Hello", of: "1", by: "ada", at: 2, among: [:]).id,
    ]
    #expect(Set(others + [one.id]).count == 5)
  }

  @Test func aKeyThatIsTakenIsNotUsedAgain() {
    var known: [String: Remark] = [:]
    for count in 1...20 {
      let said = Remark.said("Hello", of: "1", by: "ada", at: 1, among: known)
      known[said.id] = said.remark
      #expect(known.count == count)
    }
  }

  @Test func whatIsTakenBackLosesItsTextAndKeepsWhatIsUnknown() {
    var remark = Remark(proposal: "1", text: "Hello", at: 5)
    remark.unknown = JSONObject(members: [("mood", "calm")])
    let cleared = remark.takenBack(at: 3)
    #expect(cleared.saysNothing)
    #expect(cleared.text.isEmpty)
    #expect(cleared.at == 6)
    #expect(cleared.unknown == remark.unknown)
    let again = cleared.undone(to: remark, at: 4)
    #expect(again.text == "Hello" && !again.isCleared && again.at == 7)
    #expect(again.undone(to: nil, at: 100).isCleared)
  }

  @Test func aRemarkIsReadAsItWasWritten() throws {
    var remark = Remark(proposal: "1", text: "Hello", at: 5)
    remark.unknown = JSONObject(members: [("mood", "calm")])
    let remarks = ["d-1": remark, "d-2": remark.takenBack(at: 9)]
    var file = ReviewSheet.header(of: "ada")
    for member in ReviewSheet.tree(of: remarks).members { file.append(member.key, member.value) }
    let document = try JSONDocument(JSONValue.object(file).fileBytes)
    let reading = try ReviewSheetReader.read(
      document, reviewer: "ada", rubric: Rubric(scale: .oneToFive, criteria: []))
    #expect(reading.faults.isEmpty)
    #expect(reading.value.discussion == remarks)
  }
}

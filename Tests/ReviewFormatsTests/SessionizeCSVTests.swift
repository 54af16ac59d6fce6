import ReviewCore
import ReviewFormats
import Testing

/// The columns of a flattened export, with these custom ones.
func sessionizeHeader(session: String = "", speaker: String = "") -> String {
  "Session Id,Title,Description,Owner,Owner Email,\(session)Owner Informed,Owner Confirmed,Room,"
    + "Scheduled At,Scheduled Duration,Live Link,Recording Link,Favorited Count,Speaker Id,"
    + "FirstName,LastName,Email,TagLine,Bio,\(speaker)LinkedIn,Blog,X (Twitter),Profile Picture\n"
}

private let state = "No,No,,,,,,,"

@Suite struct SessionizeCSVTests {
  @Test func aCoSpeakersRowAddsASpeakerToItsSession() throws {
    var folder = Folder()
    let plan = folder.take(
      sessionizeHeader()
        + "7,Title,\"Text\r\nmore\",Ada L,ada@x.org,\(state)g-1,Ada,L,ada@x.org,Dev,Bio of Ada,li,,,p\n"
        + "7,,,,,\(state)g-2,Bob,M,bob@x.org,,,,,,\n")
    #expect(plan.report.faults.isEmpty)
    #expect(plan.report.new.map(\.text) == ["7"])
    let proposal = try folder.proposal("7")
    #expect(proposal.abstract == "Text\r\nmore")
    #expect(proposal.source == .init(system: "sessionize", id: "7"))
    #expect(proposal.answers.isEmpty)
    #expect(proposal.earlier.isEmpty)
    let speakers = try folder.readSpeakers()
    #expect(speakers.map(\.name) == ["Ada L", "Bob M"])
    #expect(speakers.map(\.id.text) == ["g-1", "g-2"])
    #expect(speakers.allSatisfy { $0.proposals.map(\.text) == ["7"] })
    #expect(speakers[0].links == ["li"])
    #expect(speakers[0].answers == [Answer(question: "Profile Picture", answer: "p")])
  }

  @Test func customColumnsAreFoundByTheirPlaceWhateverTheirNames() throws {
    var folder = Folder()
    folder.take(
      sessionizeHeader(session: "Room,Bio,Title,", speaker: "Where from? ,Company,Email,")
        + "7,T,D,,,red,short,second,\(state)g-1,Ada,L,a@x.org,,,Oslo,ACME,other,,,,\n")
    let proposal = try folder.proposal("7")
    #expect(
      proposal.answers == [
        Answer(question: "Room", answer: "red"), Answer(question: "Title", answer: "second"),
      ])
    let speaker = try #require(try folder.readSpeakers().first)
    #expect(speaker.organization == "ACME")
    #expect(
      speaker.answers == [
        Answer(question: "Where from?", answer: "Oslo"), Answer(question: "Email", answer: "other"),
        Answer(question: "Bio", answer: "short"),
      ])
  }

  @Test func nothingOfWhoSubmittedStandsInTheProposals() throws {
    var folder = Folder()
    folder.take(
      sessionizeHeader(session: "Your LinkedIn,", speaker: "Company,")
        + "7,T,D,SECRETOWNER,SECRETMAIL@x.org,SECRETLI,\(state)SECRETID,SECRETF,SECRETL,"
        + "SECRETE@x.org,SECRETTAG,SECRETBIO,SECRETORG,SECRETLINK,SECRETB,SECRETX,SECRETP\n")
    let text = String(decoding: try #require(folder.proposals).bytes, as: UTF8.self)
    #expect(!text.contains("SECRET"))
    let speakers = String(decoding: try #require(folder.speakers).bytes, as: UTF8.self)
    #expect(speakers.contains("SECRETOWNER <SECRETMAIL@x.org>"))
    #expect(speakers.contains("SECRETLI"))
  }

  @Test func anOwnerWithoutASpeakerIsAWarning() {
    let file = imported(sessionizeHeader() + "7,T,D,Ada,ada@x.org,\(state),,,,,,,,,\n")
    #expect(file.faults.map(\.severity) == [.warning])
    #expect(file.speakers.isEmpty)
    #expect(file.submissions.count == 1)
  }

  @Test(arguments: [
    ("Submitted", false, false), ("Nominated", false, true), ("Withdrawn", true, false),
    ("Canceled", true, false), ("Accepted", false, true), ("Accept Queue", false, true),
    ("Waitlisted", false, true), ("Declined", false, true),
  ])
  func aStatusIsWithdrawnOrAnAnswer(
    _ status: String, _ isWithdrawn: Bool, _ isAnswer: Bool
  ) throws {
    var folder = Folder()
    folder.take(
      sessionizeHeader(session: "Status,") + "7,T,D,,,\(status),\(state)g,A,B,,,,,,,\n")
    let proposal = try folder.proposal("7")
    #expect(proposal.isWithdrawn == isWithdrawn)
    #expect(proposal.answers == (isAnswer ? [Answer(question: "Status", answer: status)] : []))
  }

  @Test(arguments: [
    ("7,,D,,,", "has no title", 2), (",T,D,,,", "no Session Id", 2),
    ("../../x,T,D,,,", "cannot be the id", 2), ("a\\b,T,D,,,", "cannot be the id", 2),
  ])
  func aRowThatCannotBeAProposalImportsNothing(_ row: String, _ problem: String, _ line: Int) {
    var folder = Folder()
    let plan = folder.take(
      sessionizeHeader() + row + state + "g,A,B,,,,,,,\n8,T,D,,,\(state)g,A,B,,,,,,,\n")
    #expect(plan.report.isRefused)
    #expect(plan.report.new.isEmpty)
    #expect(plan.report.faults.first?.position?.line == line)
    #expect(plan.report.faults.first?.description.hasPrefix("in.csv:2:") == true)
    #expect(plan.report.faults.first?.problem.contains(problem) == true)
    #expect(folder.proposals == nil)
  }

  @Test func theFirstNameOfASpeakerIDCountsAndTheOtherIsShown() {
    func row(_ id: Int, _ name: String) -> String {
      "\(id),T\(id),D,,,\(state)g,\(name),a@x.org,,,,,,\n"
    }
    let file = imported(
      sessionizeHeader() + row(1, ",") + row(2, "Ada,L") + row(3, "Ada,M") + row(4, "Ada,M"))
    #expect(file.speakers.map(\.name) == ["Ada L"])
    #expect(file.faults.map(\.severity) == [.warning])
    #expect(file.faults.first?.description.hasPrefix("in.csv:4:24: ") == true)
    #expect(file.faults.first?.problem.contains("\"Ada M\"") == true)
  }

  @Test func oneIDWithTwoTitlesImportsNothing() {
    let row = "D,,,\(state)g,A,B,,,,,,,\n"
    let file = imported(sessionizeHeader() + "7,T,\(row)7,T,\(row)7,U,\(row)")
    #expect(file.faults.map(\.position?.line) == [4])
  }

  @Test func theEvaluationExportIsNotTakenForSubmissions() {
    let file = imported("Rank,Session Id,Session,Average Rating,Strong Opinions\n1,7,T,4.5,\n")
    #expect(file.faults.first?.problem.contains("not known") == true)
  }
}

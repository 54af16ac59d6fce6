import ReviewCore
import Testing

/// The whole loop in plain lines, on a real folder.
@Suite struct AccessibleReviewTests {
  @Test func aProposalIsReadScoredAndTheNextOneFollows() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk("4", "quit")
    #expect(talk.code == 0)
    #expect(talk.messages.isEmpty)
    #expect(
      talk.lines == [
        "Lectern. Small Summit.", "You are Ben.", "4 proposals wait for you.",
        "Proposal 1 of 4 in your queue.", "Agents at night.",
        "Focus area Agents, also Lakehouses. Id 2.", "It has no abstract.",
        "Speaker: Dora.", "Your review: Begun: Relevance 2.",
        "Question 2 of 2, Content: 1 to 5, ?, skip, abstain or help.",
        "Saved: Content 4.",
        "The review is complete, overall 2.67: Relevance 2, Content 4.",
        "You may hear 1 other review of it now: back, then others.",
        "Proposal 2 of 4 in your queue.", "=cmd red.", "Id 12.", "Tags: odd.",
        "It has no abstract.",
        "Question 1 of 2, Relevance: 1 to 5, ?, skip, abstain or help.",
        "Everything you said is saved. 1 proposal judged in this session. Goodbye.",
      ])
    let saved = try folder.review("2")
    #expect(saved["status"] == "scored")
    #expect(saved["scores"] == ["relevance": 2, "content": 4])
    #expect(saved["at"] == "2026-04-01T12:00:00.000Z")
    #expect(saved["digest"].string?.hasPrefix("sha256:") == true)
  }

  @Test func severalNumbersAnswerSeveralQuestions() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk("go 12", "5 3")
    #expect(talk.lines.contains("Saved: Relevance 5, Content 3."))
    #expect(try folder.review("12")["scores"] == ["relevance": 5, "content": 3])
  }

  @Test(arguments: ["5 3 4", "6", "4.5", "4 9", "4x", "relevance 9", "relevance x", "overall 7"])
  func whatIsNoScoreSavesNothing(line: String) async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    let talk = await folder.talk("go 12", .line(line))
    #expect(talk.output.contains("othing was saved") || talk.output.contains("othing was done"))
    #expect(try folder.snapshot() == before)
  }

  @Test func whatIsSaidIsOnTheDiskBeforeItIsCalledSaved() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", "5",
      .meanwhile {
        let saved = try folder.review("12")
        #expect(saved["scores"] == ["relevance": 5])
      }, "note Yes",
      .meanwhile {
        let saved = try folder.review("12")
        #expect(saved["comment"] == "Yes")
      })
    #expect(talk.lines.count { $0.hasPrefix("Saved: ") } == 2)
  }

  @Test func theEndOfTheLinesAndASignalLeaveWithASentence() async throws {
    for end in [[], [.interruption], ["quit"], ["q"], ["go talk-a", .interruption]] as [[Said]] {
      let folder = try TestFolder.summit()
      let talk = await folder.talk(["go 12", "5"] + end)
      #expect(talk.code == 0)
      #expect(talk.lines.last == "Everything you said is saved. Goodbye.")
      #expect(try folder.review("12")["scores"] == ["relevance": 5])
    }
  }

  @Test func aReasonIsAskedFor() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", "conflict", "", "abstain", "quit", "go 1", "abstain", "not my field")
    #expect(talk.code == 0)
    #expect(!talk.output.contains("not my field"))
    #expect(try folder.review("12") == .null)
    _ = await folder.talk("go 12", "conflict", "A colleague", "skip later")
    #expect(try folder.review("12")["status"] == "conflict")
    #expect(try folder.review("12")["reason"] == "A colleague")
    #expect(try folder.review("talk-a")["status"] == "skipped")
    #expect(try folder.review("talk-a")["reason"] == "later")
  }

  @Test func notesAreForThreeReaders() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", "note Strong, but long", "feedback", "Dear speaker,", "", "  thank you", ".",
      "private Ask Dora", "mine", "note -", "note", "never mind", "cancel")
    #expect(talk.output.contains("Your private note: Ask Dora."))
    #expect(talk.output.contains("Your comment: Strong, but long\n"))
    #expect(talk.lines.contains("Saved: the comment for the committee is taken back."))
    let saved = try folder.review("12")
    #expect(saved["comment"] == "")
    #expect(saved["feedback"] == "Dear speaker,\n\n  thank you")
    #expect(try !folder.text("reviews/ben.json").contains("Ask Dora"))
  }

  @Test func aTextThatWasBegunIsFoundAgain() async throws {
    let folder = try TestFolder.summit()
    let world = TestFolder.World(keepsState: true)
    let first = await folder.talk("go 12", "note", "First line", in: world)
    #expect(first.lines.suffix(2).first?.contains("is kept") == true)
    #expect(try folder.review("12") == .null)
    let second = await folder.talk("go 12", "note", "Second line", ".", in: world)
    #expect(second.lines.contains("First line"))
    #expect(try folder.review("12")["comment"] == "First line\nSecond line")
    let third = await folder.talk("go 12", "note", "cancel", in: world)
    #expect(!third.lines.contains("First line"))
  }

  // MARK: - Rubrics

  private func summit(rubric: String) throws -> TestFolder {
    let folder = try TestFolder.summit()
    let text = try folder.text("summit.json")
    let start = try #require(text.firstRange(of: "\"scale\""))
    let end = try #require(text.firstRange(of: "\"committee\""))
    try folder.write(
      String(text[..<start.lowerBound]) + rubric + "}, " + text[end.lowerBound...],
      to: "summit.json")
    return folder
  }

  @Test func questionsThatMayBeLeftOutComeLast() async throws {
    let folder = try summit(
      rubric: """
        "scale": { "low": 0, "high": 10, "step": 0.5 }, "criteria": [
          { "id": "fun", "name": "Fun", "required": false },
          { "id": "relevance", "name": "Relevance" } ]
        """)
    let talk = await folder.talk("go 12", "7,5", "next", "back", "fun 10", "fun 10.5")
    #expect(talk.lines.contains("Saved: Relevance 7.5."))
    #expect(
      talk.lines.contains(
        "The review is complete, overall 7.50: Relevance 7.5. What is left may be left out."))
    #expect(
      talk.lines.contains(
        "Question 2 of 2, Fun, which may be left out with next: 0 to 10 by 0.5, ?, skip, abstain "
          + "or help."))
    #expect(try folder.review("12")["scores"] == ["fun": 10, "relevance": .double(7.5)])
  }

  @Test func withoutCriteriaOneScoreIsAskedFor() async throws {
    let folder = try summit(rubric: "\"scale\": { \"low\": 1, \"high\": 5 }, \"criteria\": []")
    let talk = await folder.talk("go 12", "?", "3", "back", "mine")
    #expect(talk.lines.contains("Overall: 1 to 5, ?, skip, abstain or help."))
    #expect(talk.lines.contains("Saved: Overall 3."))
    #expect(talk.lines.contains("The review is complete, overall 3.00."))
    #expect(try folder.review("12")["overall"] == 3)
  }

  // MARK: - Undo

  @Test func stepsAreUndoneAndDoneAgain() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk("go 12", "5", "3", "undo", "undo", "redo", "redo", "u")
    #expect(
      talk.lines.filter { $0.hasPrefix("Undone") || $0.hasPrefix("Done again") } == [
        "Undone: Content 3.", "Undone: Relevance 5.", "Done again: Relevance 5.",
        "Done again: Content 3.", "Undone: Content 3.",
      ])
    #expect(try folder.review("12")["status"] == "draft")
    #expect(try folder.review("12")["scores"] == ["relevance": 5])
  }

  @Test func whatChangedElsewhereIsNotUndone() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", "5",
      .meanwhile {
        let text = try folder.text("reviews/ben.json")
        try folder.write(
          text.replacing("\"relevance\": 5", with: "\"relevance\": 1"), to: "reviews/ben.json")
      }, "undo")
    #expect(
      talk.output.contains("Not undone: your review of this proposal changed elsewhere since"))
    #expect(try folder.review("12")["scores"] == ["relevance": 1])
  }

  @Test func bookmarksAndPrivateNotesAreUndone() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", "bookmark", "private One", "private Two", "undo", "mine", "undo", "undo", "mine")
    #expect(talk.lines.contains("Your private note: One."))
    #expect(talk.lines.suffix(3).first == "You have said nothing of it yet.")
  }

  // MARK: - Others

  @Test func othersReviewsAreHeardOnceOnesOwnIsIn() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk("others", "4", "back", "others")
    #expect(
      talk.lines.contains(
        "The others' reviews: Shown once you have scored the proposal, or abstained."))
    let seen = try #require(talk.output.split(separator: "overall 2.67").last)
    #expect(!talk.output.prefix(talk.output.count - seen.count).contains("Ada"))
    #expect(talk.lines.contains("Ada. Scored, overall 3.00: Relevance 3, Content 3."))
  }

  @Test func aTextThatChangedIsReadAgainBeforeItIsJudged() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", "5",
      .meanwhile {
        let text = try folder.text("proposals.json")
        try folder.write(
          text.replacing("\"title\": \"=cmd", with: "\"title\": \"Another"), to: "proposals.json")
      }, "3")
    #expect(talk.output.contains("has changed since it was read to you; nothing was saved"))
    #expect(talk.output.contains("Another red."))
    #expect(try folder.review("12")["scores"] == ["relevance": 5])
  }

  @Test func aRubricThatChangedIsAskedAnewBeforeItIsScored() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12",
      .meanwhile {
        let text = try folder.text("summit.json")
        try folder.write(
          text.replacing(
            "{ \"id\": \"relevance\"",
            with: "{ \"id\": \"fun\", \"name\": \"Fun\" }, { \"id\": \"relevance\""
          ), to: "summit.json")
      }, "4", "4")
    #expect(talk.output.contains("The rubric has changed since you were asked. Nothing was saved."))
    #expect(talk.lines.contains("Question 1 of 3, Fun: 1 to 5, ?, skip, abstain or help."))
    #expect(try folder.review("12")["scores"] == ["fun": 4])
  }

  @Test func halfAFileEmptiesNothing() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", .meanwhile { try folder.write("{ \"format\": 1, \"prop", to: "proposals.json") },
      "5", "again")
    #expect(talk.output.contains("Something in the folder cannot be read now: proposals.json:"))
    #expect(talk.lines.contains("Saved: Relevance 5."))
    #expect(talk.lines.count { $0 == "=cmd red." } == 2)
    #expect(try folder.review("12")["scores"] == ["relevance": 5])
  }

  @Test func whatIsWithdrawnMeanwhileIsNotScored() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go talk-a",
      .meanwhile {
        let text = try folder.text("proposals.json")
        try folder.write(
          text.replacing("\"Zuletzt\"", with: "\"Zuletzt\", \"status\": \"withdrawn\""),
          to: "proposals.json")
      }, "3")
    #expect(talk.output.contains("Not possible: the proposal was withdrawn. Nothing was saved."))
    #expect(try folder.review("talk-a") == .null)
  }

  @Test func aSpeakerIsNotAskedAboutTheirOwnTalk() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk("go 10", "4", as: "cleo")
    #expect(talk.lines.contains("You are in conflict with it: you are one of its speakers."))
    #expect(talk.lines.contains("Answer with next, list, help or quit."))
    #expect(talk.output.contains("Not possible: you are one of its speakers"))
    #expect(!folder.exists("reviews/cleo.json"))
  }

  @Test func whatIsNotSavedIsSaidAndCanBeTriedAgain() async throws {
    let folder = try TestFolder.summit()
    let good = try folder.text("reviews/ben.json")
    let talk = await folder.talk(
      "go 12", .meanwhile { try folder.write("{", to: "reviews/ben.json") }, "5", "next",
      .meanwhile { try folder.write(good, to: "reviews/ben.json") }, "retry")
    #expect(talk.output.contains("Not saved: "))
    #expect(talk.output.contains("What you said is kept in "))
    #expect(talk.lines.contains("Saved: Relevance 5."))
    #expect(talk.code == 0)
    #expect(try folder.review("12")["scores"] == ["relevance": 5])
    let lost = await folder.talk(
      "go 12", .meanwhile { try folder.write("{", to: "reviews/ben.json") }, "5")
    #expect(lost.code == 2)
    #expect(try folder.text("reviews/ben.json") == "{")
  }

  // MARK: - Who, where, what

  @Test func whoIsNotKnownIsAskedAndRemembered() async throws {
    let folder = try TestFolder.summit()
    let world = TestFolder.World(keepsState: true)
    let talk = await folder.talk("nobody", "2", "go 12", "4", as: nil, in: world)
    #expect(talk.lines.contains("2. Ben, id ben."))
    #expect(talk.lines.contains("\"nobody\" is not on the committee."))
    #expect(talk.lines.contains("You are Ben."))
    #expect(try folder.review("12")["scores"] == ["relevance": 4])
    #expect(await folder.talk(as: nil, in: world).lines.contains("You are Ben."))
  }

  @Test func whoOnlyReadsSavesNothing() async throws {
    let folder = try TestFolder.summit()
    let before = try folder.snapshot()
    let talk = await folder.talk("", "next", "4", "note Hello", "who", "cleo", as: nil)
    #expect(talk.lines.count { $0.contains("you only read; who says who you are") } == 2)
    #expect(talk.lines.contains("You are Cleo."))
    #expect(try folder.snapshot() == before)
  }

  @Test func aFilterNarrowsTheQueue() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "filter tag:odd", "5 5", "filter", "filter area:x", "filter tag:no")
    #expect(talk.lines.contains("The filter is tag:odd: 1 proposal, of which 1 waits for you."))
    #expect(talk.output.contains("Nothing waits for you in what the filter lets through"))
    #expect(
      talk.lines.contains("The filter is taken away: 6 proposals, of which 3 wait for you."))
    #expect(talk.output.contains("there is no focus area \"x\""))
    #expect(talk.lines.contains("No proposal meets it; the filter stays as it was."))
  }

  @Test func listsHaveNumbersThatLead() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk("list", "search slowly", "go 3", "go 99")
    #expect(talk.lines.contains("6 proposals, without a filter."))
    #expect(talk.lines.contains("5. Iceberg, slowly. Scored 4.00. Id 1."))
    #expect(talk.lines.contains("6. Gone. Withdrawn. Id 11."))
    #expect(talk.lines.contains("Zuletzt."))
    #expect(talk.output.contains("There is no proposal \"99\"; the list has 6."))
  }

  @Test func anEmptySummitSaysWhatToDo() async throws {
    let folder = try TestFolder()
    #expect(
      await folder.run("new", ".", "--template", "blank", "--as", "ben", "--name", "Ben").code == 0)
    let talk = await folder.talk("next")
    #expect(talk.code == 0)
    #expect(talk.output.contains("There are no proposals yet. A chair brings them in with"))
  }

  @Test func whereEverythingIsJudgedItSaysSo() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk("4", "4 4", "4 4", "abstain no time", "next")
    #expect(talk.lines.count { $0.hasPrefix("Nothing waits for you any more: 5 of 5") } == 2)
    #expect(talk.lines.last?.contains("4 proposals judged in this session") == true)
  }

  @Test func aFolderThatIsNoneIsRefused() async throws {
    let folder = try TestFolder()
    let talk = await folder.talk()
    #expect(talk.code == 2)
    #expect(talk.output.isEmpty)
    let summit = try TestFolder.summit()
    #expect(await summit.talk(as: "nobody").code == 2)
  }

  @Test func noLineHoldsAControlCharacter() async throws {
    let folder = try TestFolder.summit()
    let talk = await folder.talk(
      "go 12", "list", "\u{1b}[2J", "note \u{1b}]0;x\u{7}", "mine", .bytes([0xFF, 0x34]), "help")
    #expect(
      talk.output.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value)
      })
    #expect(talk.output.contains("This line is no text in UTF-8. Nothing was done."))
    // What is stored stays what was typed.
    #expect(try folder.review("12")["comment"] == "\u{1b}]0;x\u{7}")
  }

  @Test func whereTheLocaleIsNotUTF8AllIsASCII() async throws {
    let folder = try TestFolder.summit()
    let text = try folder.text("proposals.json")
    try folder.write(
      text.replacing("About ice.", with: "Über “Eis” – 模式 …"), to: "proposals.json")
    let talk = await folder.talk(
      "go 1", in: .init(environment: ["LC_ALL": "C"]))
    #expect(talk.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(talk.output.contains("Uber \"Eis\" - ?? ..."))
  }
}

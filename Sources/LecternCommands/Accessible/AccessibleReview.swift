import CursesTerminal
import LecternApp
import ReviewCore
import ReviewStore
import SystemPackage
import TerminalUI

/// Holds a `Conversation` over stdin and stdout.
///
/// The folder is looked at before each line is taken in, so that nothing stale is said; each answer
/// is on the disk before it is called saved. Every line is written at once, and ends: no cursor
/// moves, nothing is redrawn.
struct AccessibleReview {
  private let folder: ReviewFolder
  private let surroundings: Surroundings
  private let isASCII: Bool

  init(_ folder: ReviewFolder, in surroundings: Surroundings) {
    self.folder = folder
    self.surroundings = surroundings
    let environment = TerminalEnvironment { surroundings.environment[$0] }
    isASCII = !LocaleChoice.set(by: environment).isUTF8
  }

  /// Runs until the person leaves, or there are no more lines.
  ///
  /// - Parameter viewer: says who reviews; nil is who they said they are the last time, else they
  ///   are asked.
  /// - Throws: `StoreError` where the folder cannot be read; `OutputError`; `CommandFailure` where
  ///   the last thing could not be saved.
  func run(as viewer: (Event) async throws -> Identifier?) async throws {
    var loaded = try await folder.load()
    let event = loaded.summit.event
    let state = StateFolder(
      of: event, in: folder, environment: surroundings.environment, userID: surroundings.userID,
      on: surroundings.fileSystem)
    let named = try await viewer(event)
    let person = named ?? state.reviewer.flatMap { event.member($0)?.id }
    var conversation = Conversation(
      loaded.summit, viewer: person, personal: state.personal(of: person), now: surroundings.now())
    if let notice = rescueNotice(of: person, state, loaded.summit) { try write([notice]) }
    let lines = surroundings.lines()
    var turn = conversation.open(faults: loaded.faults)
    while true {
      // Who is gone hears nothing more, but what they said is saved all the same.
      let isHeard = Result { try write(turn.lines) }
      switch turn.order {
      case .leave:
        if conversation.failed != nil {
          throw CommandFailure.cannot("The last thing that was said could not be saved.")
        }
        return
      case .sync(let member)?:
        let news = await sync(member, conversation.seen.event)
        await lookAgain(&conversation, &loaded)
        turn = conversation.take(news, at: surroundings.now())
      case let order?:
        let news = carryOut(order, conversation, state, &loaded)
        turn = conversation.take(news, at: surroundings.now())
      case nil:
        try isHeard.get()
        switch lines.next() {
        case .line(let bytes):
          guard let line = String(validating: bytes, as: UTF8.self) else {
            turn = conversation.refuseLine()
            continue
          }
          await lookAgain(&conversation, &loaded)
          turn = conversation.take(line: line, at: surroundings.now())
        case .ended, .interrupted: turn = conversation.end(at: surroundings.now())
        }
      }
    }
  }

  /// Says that something was not saved at an earlier time; nil where there is nothing.
  private func rescueNotice(
    of person: Identifier?, _ state: StateFolder, _ summit: Summit
  ) -> String? {
    let files = RescueList(state, of: person, in: summit).files.map(\.file)
    let own = files.count { $0.writer == person || $0.writer == nil }
    guard person != nil, own > 0 else { return nil }
    return own == 1
      ? "Something of yours was not saved at an earlier time: `lectern rescue` shows it."
      : "\(own) things of yours were not saved at an earlier time: `lectern rescue` shows them."
  }

  private func write(_ lines: [String]) throws {
    try surroundings.output.write(lines: isASCII ? lines.map { DisplayText.ascii($0) } : lines)
  }

  /// Reads what others changed since.
  private func lookAgain(_ conversation: inout Conversation, _ loaded: inout LoadedFolder) async {
    do throws(StoreError) {
      guard let new = try await loaded.reloaded() else {
        return conversation.takeTime(surroundings.now())
      }
      loaded = new
      conversation.take(new.summit, faults: new.faults, at: surroundings.now())
    } catch {
      conversation.take(problem: error.description)
    }
  }

  private func sync(_ member: Member, _ event: Event) async -> ConversationNews {
    let sync = surroundings.sync(folder, of: member, in: event, mayAsk: surroundings.mayAsk)
    do {
      let report = try await sync.run()
      let rescued = report.rescued.map {
        "A text that lost against a newer one is kept in \($0.string)."
      }
      return .synced(
        [report.summary] + report.notices.map { "\($0)." } + (rescued.map { [$0] } ?? []))
    } catch {
      let lines = "\(error)".split(separator: "\n").map(String.init)
      return .synced(["Not synced: \(lines.first ?? "")"] + lines.dropFirst())
    }
  }

  // MARK: - Orders

  private func carryOut(
    _ order: ConversationOrder, _ conversation: Conversation, _ state: StateFolder,
    _ loaded: inout LoadedFolder
  ) -> ConversationNews {
    switch order {
    case .leave, .sync: return .kept(remark: nil)
    case .keep(let change):
      do throws(StoreError) {
        let outcome = try state.keep(change, at: surroundings.now())
        return .kept(
          remark: outcome.rescued.map {
            "A note of yours was replaced by a newer one; it is kept in \($0.string)."
          })
      } catch {
        return .failed(error.description)
      }
    case .become(let id):
      var remark: String?
      do throws(StoreError) { try state.remember(reviewer: id) } catch {
        remark = "Who you are is not remembered: \(error.description)"
      }
      return .became(id, state.personal(of: id), remark: remark)
    case .discuss(let place, let remark, let old):
      guard let viewer = conversation.seen.viewer?.id else { return .failed("nobody is known") }
      let change = SheetChange(
        viewer, remarks: [place.id: remark], replacing: old.map { [place.id: $0] } ?? [:])
      do throws(StoreError) {
        let outcome = try folder.save(
          change, in: conversation.seen.event, rescue: state.rescue, at: surroundings.now())
        loaded = loaded.including(outcome)
        return .discussed(loaded.summit)
      } catch {
        guard let path = try? state.rescue.keep(change, at: surroundings.now()) else {
          return .failed(error.description)
        }
        return .failed("\(error.description.asSentence) What you said is kept in \(path.string).")
      }
    case .save(let id, let words):
      guard let viewer = conversation.seen.viewer?.id else { return .failed("nobody is known") }
      return save(id, words, by: viewer, conversation, state, &loaded)
    }
  }

  private func save(
    _ id: ProposalID, _ words: SavedWords, by viewer: Identifier, _ conversation: Conversation,
    _ state: StateFolder, _ loaded: inout LoadedFolder
  ) -> ConversationNews {
    let now = surroundings.now()
    let event = conversation.seen.event
    guard let proposal = conversation.seen.proposal(id)?.proposal else {
      return .failed("the proposal is no longer in the folder")
    }
    func said(over review: Review?) throws -> Review {
      switch words {
      case .edits(let edits):
        // A conflict that was declared in another terminal this very moment is not scored over.
        let isNew = review?.status == .conflict && conversation.status(of: id) != .conflict
        if isNew, edits.contains(where: \.isScoring) { throw ChangedElsewhere() }
        return edits.reduce(review ?? Review(.draft)) {
          $1.applied(to: $0, of: proposal, in: event, at: now)
        }
      case .turn(let current, let new):
        if review != current { throw ChangedElsewhere() }
        return new
      }
    }
    var before: Review?
    do {
      let outcome = try folder.update(viewer, in: event, rescue: state.rescue, at: now) { sheet in
        before = sheet.reviews[id]
        return [id: try said(over: before)]
      }
      loaded = loaded.including(outcome)
      guard let after = outcome.sheet.reviews[id] else { return .failed("it cannot be read back") }
      return .saved(
        before: before, after: after,
        remarks: outcome.remarks(on: id)
          + (outcome.rescueError.map { [$0.description] } ?? []), loaded.summit)
    } catch is ChangedElsewhere {
      return .failed("your review of this proposal changed elsewhere since")
    } catch {
      let problem = (error as? StoreError)?.description ?? "\(error)"
      let known = loaded.summit.sheets[viewer]?.reviews[id]
      guard let review = try? said(over: known),
        let path = try? state.rescue.keep(
          SheetChange(viewer, reviews: [id: review]), at: now)
      else { return .failed(problem) }
      return .failed("\(problem.asSentence) What you said is kept in \(path.string).")
    }
  }

  /// What was to be replaced is no longer there.
  private struct ChangedElsewhere: Error {}
}

extension ReviewEdit {
  /// Whether it is a judgement that a conflict of interest forbids.
  fileprivate var isScoring: Bool {
    switch self {
    case .score, .abstain, .skip: true
    case .conflict, .clear, .comment, .feedback: false
    }
  }
}

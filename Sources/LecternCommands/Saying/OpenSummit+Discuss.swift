import ReviewCore
import ReviewStore

extension OpenSummit {
  /// Says something of a proposal to the others.
  ///
  /// - Returns: The key of the remark, and the summit as it is seen with it.
  /// - Throws: `CommandFailure` where nobody is known, the person may not say anything of it, or there
  ///   is nothing to say; `StoreError` where it cannot be saved. Nothing is written then.
  func remark(
    _ text: String, on proposal: ProposalID, in surroundings: Surroundings
  ) throws -> (id: String, seen: SeenSummit) {
    let viewer = try requireDiscussion(of: proposal)
    let text = text.trimmed
    if text.isEmpty { throw CommandFailure.cannot("There is nothing to say: the text is empty.") }
    var said = ""
    let seen = try change(by: viewer, in: surroundings) { known in
      let new = Remark.said(text, of: proposal, by: viewer.id, at: now, among: known)
      said = new.id
      return (new.id, new.remark, nil)
    }
    return (said, seen)
  }

  /// Takes a remark of the person's own back.
  ///
  /// - Returns: The summit as it is seen without it.
  /// - Throws: `CommandFailure` where they said no such thing of the proposal; `StoreError` where it
  ///   cannot be saved. Nothing is written then.
  func takeBack(
    _ id: String, on proposal: ProposalID, in surroundings: Surroundings
  ) throws -> SeenSummit {
    let viewer = try requireViewer(to: "take a remark back")
    let mine = (seen.proposal(proposal)?.discussion ?? []).filter(\.isMine).map(\.id)
    guard mine.contains(id) else {
      throw CommandFailure.unknown("remark of yours", id, among: mine)
    }
    return try change(by: viewer, in: surroundings) { known in
      guard let old = known[id], old.proposal == proposal, !old.saysNothing else {
        throw CommandFailure.cannot("\(id.quoted) was taken back already.")
      }
      return (id, old.takenBack(at: now), old)
    }
  }

  /// The person, who may say something of a proposal.
  private func requireDiscussion(of proposal: ProposalID) throws -> Member {
    let viewer = try requireViewer(to: "discuss")
    if let refusal = seen.refusal(ofRemarkOn: proposal) {
      throw CommandFailure.cannot("Nothing is said of \(proposal.text.quoted): \(refusal).")
    }
    return viewer
  }

  /// Changes a remark by what the file says at that moment.
  private func change(
    by viewer: Member, in surroundings: Surroundings,
    _ body: ([String: Remark]) throws -> (id: String, remark: Remark, replacing: Remark?)
  ) throws -> SeenSummit {
    let state = StateFolder(
      of: event, in: folder, environment: surroundings.environment, userID: surroundings.userID,
      on: surroundings.fileSystem)
    func change(_ sheet: ReviewSheet?) throws -> SheetChange {
      let new = try body(sheet?.discussion ?? [:])
      return SheetChange(
        viewer.id, remarks: [new.id: new.remark],
        replacing: new.replacing.map { [new.id: $0] } ?? [:])
    }
    do {
      let outcome = try folder.update(
        viewer.id, in: event, rescue: state.rescue, at: now, change: { try change($0) })
      var summit = loaded.summit
      summit.sheets[viewer.id] = outcome.sheet
      return summit.seen(by: viewer.id, at: now)
    } catch let error as CommandFailure {
      throw error
    } catch {
      let lost = try? change(loaded.summit.sheets[viewer.id])
      if let lost, let path = try? state.rescue.keep(lost, at: now) {
        surroundings.complain("What you said is kept in \(path).")
      }
      throw error
    }
  }
}

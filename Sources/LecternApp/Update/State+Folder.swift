import ReviewAnalysis
import ReviewCore

extension State {
  /// Takes in the folder as it was read again. What is not saved yet stays.
  mutating func folderChanged(_ summit: Summit, _ faults: [Fault]) {
    var newSummit = summit.keeping(self.summit, whereBroken: faults)
    if let viewer = seen.viewer?.id {
      for (id, pending) in saving.pending {
        newSummit.sheets[viewer, default: ReviewSheet(reviewer: viewer)].reviews[id] =
          pending.value
      }
      for (pair, pending) in comparing.pending {
        newSummit.sheets[viewer, default: ReviewSheet(reviewer: viewer)].comparisons[pair] =
          pending.value
      }
      for (id, pending) in discussing.pending {
        newSummit.sheets[viewer, default: ReviewSheet(reviewer: viewer)].discussion[id] =
          pending.value
      }
      for (id, pending) in deciding.pending {
        newSummit.decisions[id, default: []].removeAll { $0.chair == pending.value.chair }
        newSummit.decisions[id, default: []].append(pending.value)
      }
    }
    self.summit = newSummit
    let (id, place, old) = (selected?.id, criterion, seen)
    seen = newSummit.seen(by: seen.viewer?.id, at: now)
    let known = self.faults
    folderFaults = faults
    seeFaults()
    let isNewFault = self.faults.first { !known.contains($0) }
    progress = Progress(seen)
    tally = ScoreTally(seen)
    invalidateTexts()
    checkFilter()
    list.renew(from: seen, before: old, marked: personal, keeping: id)
    if selected?.id == id {
      criterion = min(place, criteria.count - 1)
    } else {
      if !typedNumber.isEmpty {
        say("The proposal is gone from the folder; \(typedNumber) was not taken", .problem)
      }
      proposalChanged()
    }
    sayRemarks(since: old)
    if let isNewFault {
      say("A new fault (\(key(of: .faults)) shows all): \(isNewFault)", .problem)
    }
  }

  /// Takes in what the viewer may be told of what is wrong.
  mutating func seeFaults() {
    faults = settings.faults + folderFaults.seen(by: seen.viewer, in: seen.event)
  }

  /// Drops what the filter names and the summit no longer has.
  private mutating func checkFilter() {
    if let area = list.area, seen.event.focusArea(area) == nil { list.area = nil }
    if list.query != .everything {
      list.query = (try? Query(list.query.text, for: seen.event)) ?? .everything
    }
  }

  /// Takes in what the file said otherwise than we did, but for what we have said again since.
  mutating func adopt(_ news: [ProposalID: Review]) {
    guard let viewer = seen.viewer?.id else { return }
    for (id, review) in news where saving.pending[id] == nil {
      if self.summit.sheets[viewer]?.reviews[id] != review { put(review, of: id, by: viewer) }
    }
  }
}

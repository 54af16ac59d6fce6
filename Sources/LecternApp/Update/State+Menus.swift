import ReviewAnalysis
import ReviewCore
import TerminalUI

extension State {
  // MARK: - Opening

  /// Asks who one is.
  mutating func openReviewerMenu() {
    guard !seen.event.committee.isEmpty else {
      say(committeeIsEmpty, .problem)
      return
    }
    // One key can ask twice: it ends a number that nobody may give, and does something of its own.
    if case .menu(let menu)? = overlays.last, menu.purpose == .reviewer { return }
    let items = seen.event.committee.map { member in
      Menu.Item(
        label: member.name, detail: member.isChair ? "chair" : "", also: member.id.text,
        isOn: member == seen.viewer, action: .become(member.id))
    }
    overlays.append(
      .menu(
        Menu(
          .reviewer, title: "Who are you?", note: "Lectern remembers it for this summit.",
          items: items, isFilterable: true)))
  }

  /// Asks for the order of the list.
  mutating func openSortMenu() {
    let items = ListOrder.Key.allCases.filter { $0 != .status }.map { key in
      let isOn = list.order.key == key
      let isReversed = isOn ? !list.order.isReversed : key.isReversedAtFirst
      let direction = isOn ? (list.order.isReversed ? glyphs.down : glyphs.up) : ""
      return Menu.Item(
        label: key.title, detail: direction, isOn: isOn,
        action: .sort(ListOrder(key, isReversed: isReversed)))
    }
    overlays.append(
      .menu(
        Menu(
          .sort, title: "Order the list by", note: "Enter on the same order turns it around.",
          items: items)))
  }

  /// Asks what is decided of what is chosen.
  mutating func openDecisionMenu() {
    guard let viewer = seen.viewer else { return openReviewerMenu() }
    guard viewer.isChair else {
      say("Only a chair decides; you are a reviewer", .problem)
      return
    }
    let ids = chosen
    guard let first = ids.first.flatMap({ seen.proposal($0) }) else { return }
    let decided = ids.count == 1 ? first.decision?.outcome : nil
    let now = decided == .undecided ? nil : decided
    let items = Decision.Outcome.allCases.map { outcome in
      Menu.Item(label: outcome.rawValue, isOn: outcome == now, action: .decide(outcome))
    }
    let what = ids.count == 1 ? first.proposal.title : "\(ids.count) proposals"
    overlays.append(.menu(Menu(.decision, title: "Decide", note: what, items: items)))
  }

  /// Shows the places where the person was: those that lie behind, the last one first, then those to
  /// which one can go forward again.
  mutating func openJumps() {
    func item(_ id: ProposalID, isAhead: Bool) -> Menu.Item? {
      seen.proposal(id).map {
        Menu.Item(
          label: $0.proposal.title, detail: isAhead ? "ahead  \(id)" : id.text, also: id.text,
          action: .goTo(id))
      }
    }
    let items =
      jumps.behind.reversed().compactMap { item($0, isAhead: false) }
      + jumps.ahead.reversed().compactMap { item($0, isAhead: true) }
    guard !items.isEmpty else {
      say("You have not jumped anywhere yet", .note)
      return
    }
    overlays.append(.menu(Menu(.jumps, title: "Where you were", items: items, isFilterable: true)))
  }

  /// Offers every command of this screen, and every proposal.
  mutating func openPalette() {
    var known: Set<String> = []
    let commands = keys.bindings.filter { binding in
      binding.contexts.contains(screenContext) && binding.command != .palette
        && binding.command != .prefix && !binding.hasDigits
        && known.insert(binding.help).inserted
    }
    // What the line of hints holds is what people look for; the others stay in their order.
    let (hinted, others) = (
      commands.filter { $0.hintOrder != nil }.sorted { ($0.hintOrder ?? 0) < ($1.hintOrder ?? 0) },
      commands.filter { $0.hintOrder == nil }
    )
    let items =
      (hinted + others).map {

        // People look for the short name too.
        Menu.Item(
          label: $0.help, detail: $0.label, also: $0.name, action: .run($0.command))

      }
      + seen.proposals.map { seen in
        Menu.Item(
          label: seen.proposal.title, detail: seen.id.text, also: seen.id.text,
          action: .goTo(seen.id))
      }
    overlays.append(
      .menu(Menu(.palette, title: "Commands and proposals", items: items, isFilterable: true)))
  }

  // MARK: - Choosing

  /// Does what an item stands for; its menu is gone already.
  mutating func choose(_ action: Menu.Action) -> [Effect] {
    switch action {
    case .become(let id): return become(id)
    case .sort(let order):
      list.order = order
      refill()
    case .method(let method): return chooseMethod(method)
    case .decide(let outcome): return decide(outcome, chosen)
    case .run(let command): return perform(command)
    case .goTo(let id): goTo(id)
    case .view(let name, let view): show(view, named: name)
    case .copy(let link): return [.copy(link, name: "Link")]
    case .change(let edit): return order(edit)
    }
    return []
  }

  /// Becomes a member, once all of the one before is saved.
  private mutating func become(_ id: Identifier) -> [Effect] {
    guard let member = seen.event.member(id) else { return [] }
    guard isSaved || member == seen.viewer else {
      say(
        "Something of \(seen.viewer?.name ?? "yours") is not saved yet; try again in a moment",
        .problem)
      return []
    }
    if member != seen.viewer {
      history = History()
      jumps = Jumps()
      compare = CompareScreen()
      // What belongs to the one before is nobody else's; the answer to `remember` fills it.
      personal = Personal(isMouseOn: personal.isMouseOn, theme: personal.theme)
      list.marks = []
      seen = summit.seen(by: id, at: now)
      seeFaults()
      progress = Progress(seen)
      tally = ScoreTally(seen)
      search = nil
      similar.forget()
      insights.forget()
      invalidateTexts()
      list.fill(from: seen, marked: personal, keeping: ReviewQueue.next(in: seen)?.id)
      proposalChanged()
    }
    say("You are \(member.name)")
    return [.remember(member.id)]
  }
}

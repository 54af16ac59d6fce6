import ReviewCore
import TerminalUI

extension State {
  /// Of more proposals than this nothing is counted, so that the menu opens at once.
  private static let mostCounted = 5_000

  // MARK: - What is shown

  /// The list as it is shown now.
  private var currentView: SavedView {
    let query = list.query == .everything ? "" : list.query.text.trimmed
    return SavedView(query: query, area: list.area, sort: list.order)
  }

  /// The name of the view that the list shows; nil where it has none.
  package var viewName: String? {
    let current = currentView
    if current.isEverything { return nil }
    if let shown = list.view, shown.view == current { return shown.name }
    return ownViews.first { $0.view == current }?.name
  }

  /// The viewer's own views, by their names.
  private var ownViews: [ShownView] {
    personal.views.map { (key: $0.key.folded, shown: ShownView(name: $0.key, view: $0.value)) }
      .sorted { ($0.key, $0.shown.name) < ($1.key, $1.shown.name) }.map(\.shown)
  }

  // MARK: - Choosing

  /// Offers the views: one's own, then those that are ready-made and have something in them.
  mutating func openViews() { overlays.append(.menu(viewsMenu(selecting: nil))) }

  private func viewsMenu(selecting name: String?) -> Menu {
    let current = currentView
    var items = ownViews.map { own in
      Menu.Item(
        label: own.name, detail: words(count(of: own.view), isOwn: true),
        isOn: name.map { $0 == own.name } ?? (own.view == current), isOwn: true,
        action: .view(own.name, own.view))
    }
    let all = SavedView.readyMade(
      in: seen.event, hasAssignments: progress.assigned.total > 0)
    for ready in all {
      let count = count(of: ready.view)
      guard ready.isAlwaysOffered || count ?? 1 > 0 else { continue }
      items.append(
        Menu.Item(
          label: ready.name, detail: words(count, isOwn: false),
          isOn: name == nil && ready.view == current && list.view?.name == ready.name,
          action: .view(ready.name, ready.view)))
    }
    if !current.isEverything, !ownViews.contains(where: { $0.view == current }) {
      items.append(
        Menu.Item(
          label: "Keep what is shown now as a view", detail: keys.label(of: .saveView),
          action: .run(.saveView)))
    }
    return Menu(.views, title: "Views", items: items, isFilterable: true)
  }

  private func words(_ count: Int?, isOwn: Bool) -> String {
    let number = count.map { "\($0)" } ?? ""
    return isOwn ? "yours  \(padded(number, columns: 4, alignment: .right))" : number
  }

  /// How many proposals a view shows; nil where counting would take long, or its query is none by
  /// now. O(proposals).
  private func count(of view: SavedView) -> Int? {
    var query = Query.everything
    if !view.query.isEmpty {
      guard let parsed = try? Query(view.query, for: seen.event) else { return nil }
      query = parsed
    }
    guard seen.proposals.count <= Self.mostCounted else { return nil }
    let rows = seen.rows(meeting: query, marked: personal)
    guard let area = view.area else { return rows.count }
    return seen.proposals.withUnsafeBufferPointer { proposals in
      rows.count { proposals[$0].proposal.focusAreas.contains(area) }
    }
  }

  /// Shows a view.
  mutating func show(_ view: SavedView, named name: String) {
    do throws(QueryError) {
      let query = view.query.isEmpty ? .everything : try Query(view.query, for: seen.event)
      let area = view.area.flatMap { seen.event.focusArea($0)?.id }
      (list.query, list.area, list.order) = (query, area, view.sort)
      list.view = ShownView(name: name, view: currentView)
      showFilteredList()
      // An order that one asked for is begun at its top.
      if view.sort != .queue, !list.rows.isEmpty, list.window.selection != 0 {
        list.select(0)
        proposalChanged()
      }
    } catch {
      say("\(name) is no filter any more: \(error.problem)", .problem)
    }
  }

  // MARK: - Naming

  /// Asks for the name under which the list is kept as it is now.
  mutating func openSaveView() {
    guard !currentView.isEverything else {
      say("All proposals are shown: filter (f) or order (S) the list first", .note)
      return
    }
    let own = ownViews.first { $0.view == currentView }?.name
    overlays.append(.prompt(Prompt(purpose: .saveView, field: TextField(own ?? ""))))
  }

  /// Takes in the name of a view.
  mutating func acceptName(_ name: String, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch prompt.purpose {
    case .saveView where !name.isEmpty:
      overlays.removeLast()
      let view = currentView
      list.view = ShownView(name: name, view: view)
      let old = personal.views[name]
      history.add(
        History.Step(
          [.view(name, before: old, after: view)], name: "keeping the view \(name)"))
      say(
        "\(old == nil ? "Kept" : "Replaced"): \(name); \(key(of: .views)) finds it\(undoes)")
      return setView(view, named: name)
    case .renameView(let old) where !name.isEmpty:
      guard name != old, let view = personal.views[old] else {
        overlays.removeLast()
        return []
      }
      guard personal.views[name] == nil else {
        prompt.problem = "There is a view of this name already"
        replaceOverlay(.prompt(prompt))
        return []
      }
      overlays.removeLast()
      history.add(
        History.Step(
          [.view(old, before: view, after: nil), .view(name, before: nil, after: view)],
          name: "renaming the view"))
      say("Renamed: \(old) is \(name) now\(undoes)")
      if list.view?.name == old { list.view = ShownView(name: name, view: view) }
      return setView(nil, named: old) + setView(view, named: name)
    default:
      prompt.problem = "A name, please"
      replaceOverlay(.prompt(prompt))
      return []
    }
  }

  /// Renames or removes the view that is selected in the menu, where it is the viewer's own.
  mutating func change(_ menu: Menu, _ command: Command?) -> [Effect] {
    guard let item = menu.selected, case .view(let name, _) = item.action, item.isOwn,
      let view = personal.views[name]
    else {
      say("Only the views that you named yourself can be changed", .note)
      return []
    }
    guard command == .removeView else {
      overlays.removeLast()
      overlays.append(.prompt(Prompt(purpose: .renameView(name), field: TextField(name))))
      return []
    }
    history.add(
      History.Step([.view(name, before: view, after: nil)], name: "removing the view \(name)"))
    let effects = setView(nil, named: name)
    replaceOverlay(.menu(viewsMenu(selecting: nil)))
    say("Removed: \(name)\(undoes), once this is closed")
    return effects
  }

  /// Puts a view under a name; nil takes it away.
  mutating func setView(_ view: SavedView?, named name: String) -> [Effect] {
    personal.views[name] = view
    return [.keep(.view(name, view), of: seen.viewer?.id)]
  }
}

package import ReviewCore

/// What a change of `summit.json` did.
package struct EventChange: Hashable, Sendable {
  /// What was done.
  package let edit: EventEdit
  /// What takes it back; it brings unknown keys back too.
  package let inverse: EventEdit
  /// The event as it is now.
  package let event: Event
}

extension ReviewFolder {
  /// Changes the event as it stands in `summit.json` at this moment, durably; all else in the file
  /// stays as it is.
  ///
  /// - Parameters:
  ///   - viewer: who asks; where there is no chair yet, anybody may, else only a chair.
  ///   - edit: says what to do by the event as it is. It may be called more than once.
  /// - Throws: `EventEditRefusal` where that person may not, or the event cannot be so; `StoreError`
  ///   where the file is broken or cannot be written; what `edit` throws. Nothing is written then.
  @discardableResult
  package func changeEvent(
    by viewer: Identifier?, _ edit: (Event) throws -> EventEdit
  ) throws -> EventChange {
    var change: EventChange?
    try self.edit([.summit]) { trees in
      guard let tree = trees[.summit] else { return [:] }
      let event = try EventReader.read(JSONDocument(JSONValue.object(tree).fileBytes)).value
      try event.checkMayChange(viewer)
      let edit = try edit(event)
      let changed = try edit.applied(to: tree)
      change = EventChange(
        edit: edit, inverse: try edit.inverse(in: event), event: try edit.applied(to: event))
      return [.summit: changed]
    }
    guard let change else {
      throw StoreError(
        .notFound, path(of: .summit), problem: "there is no such file",
        remedy: "Make it with `lectern new`, or bring it back")
    }
    return change
  }
}

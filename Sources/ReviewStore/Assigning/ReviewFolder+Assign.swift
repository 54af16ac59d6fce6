package import ReviewCore

extension ReviewFolder {
  /// Writes who should read what to `assignments.json`, durably; what else is in the file stays.
  ///
  /// - Parameters:
  ///   - edit: the plan.
  ///   - basis: what the file said when the plan was made: two chairs who plan at a time must not
  ///     write over each other.
  ///   - chair: who asks.
  /// - Returns: whether the file differs from before.
  /// - Throws: `StoreError` where that person is no chair, the file says something else than
  ///   `basis`, it is broken, or it cannot be written. Nothing is written then.
  @discardableResult
  package func assign(
    _ edit: AssignmentEdit, basis: [Identifier: [ProposalID]], by chair: Identifier
  ) throws -> Bool {
    let file = path(of: .assignments)
    let changed = try self.edit([.summit, .assignments]) { trees in
      if let summit = trees[.summit] {
        let event = try EventReader.read(JSONDocument(JSONValue.object(summit).fileBytes)).value
        guard event.member(chair)?.isChair == true else {
          throw StoreError(
            .notAllowed, file, problem: "\"\(chair)\" is no chair, and assigns nothing",
            remedy: "Ask a chair")
        }
      }
      do {
        guard try AssignmentEdit.read(trees[.assignments]) == basis else {
          throw Fault(
            problem: "somebody has assigned in the meantime",
            remedy: "Assign again, by what it says now")
        }
        return [.assignments: try edit.applied(to: trees[.assignments])]
      } catch let fault as Fault {
        throw StoreError(fault, .notAllowed, in: file)
      }
    }
    return !changed.isEmpty
  }
}

extension SeenProposal {
  /// Why the viewer does not see what others say of it, as a sentence; nil where they do.
  package func hiddenReviewsReason(by rules: Rules) -> String? {
    if areOtherReviewsVisible { return nil }
    if proposal.isWithdrawn { return "Not shown, since the proposal was withdrawn." }
    if myState == .conflict { return "Not shown, since you are in conflict." }
    return switch rules.otherReviews {
    case .afterMine: "Shown once you have scored the proposal, or abstained."
    case .afterDeadline: "Shown after the deadline."
    case .always, .never: "Not shown in this review."
    }
  }
}

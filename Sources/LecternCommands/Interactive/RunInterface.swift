import ReviewCore
import ReviewStore

/// Opens the interface on a review folder.
func runInterface(folder: ReviewFolder, viewer: Identifier?) async throws {
  throw CommandFailure.cannot("The interface is not here yet.")
}

import Glibc
import ReviewCore
import ReviewStore
import SystemPackage
import Testing

@Suite struct SaveTests {
  let temporary = TemporaryFolder()

  @Test func aSavedReviewIsReadAgain() async throws {
    let folder = temporary.sample()
    let outcome = try folder.save([p1: Sample.scored(4, at: 1)], rescue: temporary.rescue)
    let loaded = try await folder.load()
    #expect(loaded.summit.sheets[ada] == outcome.sheet)
    #expect(loaded.summit.sheets[ada]?.reviews[p1] == Sample.scored(4, at: 1))
    #expect(loaded.stamp(of: .reviews(ada)) == outcome.stamp)
    #expect(loaded.faults.isEmpty)
  }
}

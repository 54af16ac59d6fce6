import Glibc
import ReviewCore
import ReviewStore
import SystemPackage
import Testing

/// Every system call of every kind of save fails, in turn.
///
/// In the ordinary suite each call fails in one way; with `LECTERN_EXHAUSTIVE` set in every way,
/// with whole and with halved writes.
@Suite struct SaveFaultTests {
  /// What a disk answers that does not do as it is told.
  static let refusals: [Errno] = [
    .ioError, .noSpace, .diskQuotaExceeded, .readOnlyFileSystem, .permissionDenied,
  ]

  private static let isExhaustive = getenv("LECTERN_EXHAUSTIVE") != nil

  /// Makes one save on a folder in memory, and says what is there then.
  private func run(
    _ deed: SavingDeed, with gate: some SystemCallGate
  ) throws -> (result: Result<Void, any Error>, place: TemporaryFolder) {
    let place = TemporaryFolder.inMemory()
    deed.prepare(place)
    let result = Result { try deed.save(place, on: RealFileSystem(gate: gate)) }
    return (result, place)
  }

  @Test(arguments: SavingDeed.allCases, isExhaustive ? Array(refusals.indices) : [0])
  func whereverASaveFailsTheOldOrTheNewIsWholeAndItCanBeRepeated(
    _ deed: SavingDeed, _ turn: Int
  ) throws {
    let before = TemporaryFolder.inMemory()
    deed.prepare(before)
    let old = before.allFiles
    let new = try run(deed, with: OpenGate()).place.allFiles
    #expect(new != old)
    for isHalved in Self.isExhaustive ? [false, true] : [true] {
      var (number, failures, made) = (0, 0, 0)
      repeat {
        let code = Self.refusals[(number + turn) % Self.refusals.count]
        let gate = FaultyDisk(failing: number, with: code, halvesWrites: isHalved)
        let (result, place) = try run(deed, with: gate)
        made = gate.count
        let when: Comment = "call \(number)"
        let after = place.allFiles
        for (name, text) in after {
          #expect(text == old[name] || text == new[name], "\(name) at \(number)")
        }
        #expect(old.keys.allSatisfy { after[$0] != nil }, when)
        switch result {
        case .success: #expect(after == new, when)
        case .failure(let error):
          failures += 1
          let error = try #require(error as? StoreError, when)
          #expect(error.kind == .system(code), when)
          #expect(error.path.starts(with: place.path), when)
          #expect(!error.path.string.contains("/.lectern-"), when)
          #expect(!error.problem.isEmpty && !error.remedy.isEmpty, when)
        }
        try deed.save(place, on: RealFileSystem())
        #expect(place.allFiles == new, when)
        number += 1
      } while number <= made
      #expect(failures > 6)
    }
  }

  @Test(arguments: SavingDeed.allCases)
  func whatASignalInterruptsIsMadeAgain(_ deed: SavingDeed) throws {
    let new = try run(deed, with: OpenGate()).place.allFiles
    // Each call but the repeated one is interrupted, and no write takes more than a byte.
    let gate = FailingGate(longestWrite: 1) { _, number in number % 2 == 0 ? .interrupted : nil }
    let (result, place) = try run(deed, with: gate)
    #expect(throws: Never.self) { try result.get() }
    #expect(place.allFiles == new)
  }

  /// A text that a newer one replaced is in the rescue folder before it is out of the file.
  @Test(arguments: isExhaustive ? refusals : [.noSpace])
  func aTextThatLosesIsKeptOrShownWhereverACallFails(_ code: Errno) throws {
    var (number, made) = (0, 0)
    repeat {
      let place = TemporaryFolder.inMemory()
      let folder = place.sample()
      var (theirs, mine) = (Sample.scored(1, at: 1), Sample.scored(2, at: 2))
      (theirs.comment, theirs.commentAt) = ("written elsewhere", Sample.time(1))
      (mine.comment, mine.commentAt) = ("written here", Sample.time(2))
      try folder.save([p1: theirs], rescue: place.rescue)
      let gate = FaultyDisk(failing: number, with: code)
      let fileSystem = RealFileSystem(gate: gate)
      let rescue = RescueFolder(place.rescue.candidates, on: fileSystem)
      let outcome = try? ReviewFolder(place.path, on: fileSystem).save([p1: mine], rescue: rescue)
      made = gate.count
      let files = place.allFiles
      let isInSheet = files["reviews/ada.json"]?.contains("written elsewhere") == true
      let isRescued = files.contains {
        $0.key.hasPrefix("state/rescue/") && $0.value.contains("written elsewhere")
      }
      let isHandedBack = outcome?.rescueError != nil && outcome?.lost.isEmpty == false
      #expect(isInSheet || isRescued || isHandedBack, "call \(number)")
      number += 1
    } while number <= made
    #expect(number > 15)
  }
}

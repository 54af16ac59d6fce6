import ReviewCore
import Testing

@testable import LecternApp

@Suite struct ReadingPlacesTests {
  private func id(_ number: Int) throws -> ProposalID { try #require(ProposalID(String(number))) }

  @Test func aTextBeginsWhereItWasLeft() throws {
    var places = ReadingPlaces()
    places.leave(try id(1), at: 12, of: 60)
    #expect(places.line(of: try id(1), among: 60) == 12)
    #expect(places.line(of: try id(1), among: 120) == 24)
    #expect(places.line(of: try id(2), among: 60) == 0)
    places.leave(try id(1), at: 0, of: 60)
    #expect(places.line(of: try id(1), among: 60) == 0)
  }

  @Test func theOldestIsForgotten() throws {
    var places = ReadingPlaces()
    for number in 0...ReadingPlaces.most { places.leave(try id(number), at: 5, of: 50) }
    #expect(places.line(of: try id(0), among: 50) == 0)
    #expect(places.line(of: try id(1), among: 50) == 5)
    #expect(places.line(of: try id(ReadingPlaces.most), among: 50) == 5)
  }
}

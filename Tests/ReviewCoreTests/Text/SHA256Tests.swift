import ReviewCore
import Testing

@Suite struct SHA256Tests {
  /// NIST, "Cryptographic Standards and Guidelines, Example Values" (FIPS 180-4).
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func theNISTVectorsHold(message: String, digest: String) {
    #expect(SHA256.hexadecimal(message.utf8) == digest)
  }

  @Test(arguments: 0...130)
  func piecesGiveTheHashOfTheWhole(length: Int) {
    var random = SplitMix64(seed: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8(random.below(256)) }
    var hash = SHA256()
    var rest = bytes[...]
    while !rest.isEmpty {
      let size = min(rest.count, random.below(70))
      hash.update(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    #expect(hash.finalized() == SHA256.hash(bytes), "seed \(length)")
  }
}

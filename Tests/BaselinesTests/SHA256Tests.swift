import Testing

@testable import Baselines

@Suite struct SHA256Tests {
  /// FIPS 180-4's examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb924"), ("abc", "ba7816bf8f01cfea414140de5dae2223"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039"),
  ])
  func knownDigests(_ text: String, _ prefix: String) {
    var hash = SHA256()
    hash.update(text)
    #expect(hash.prefix() == prefix)
  }

  @Test func piecesCountAsTheirWhole() {
    let bytes = Array("some text in pieces".utf8)
    var whole = SHA256()
    whole.update(bytes[...])
    var pieces = SHA256()
    for cut in [0..<4, 4..<4, 4..<19] { pieces.update(bytes[cut]) }
    #expect(pieces.digest() == whole.digest())
  }

  @Test func prefixesAreKnownBySight() {
    #expect(SHA256.isPrefix("ba7816bf8f01cfea414140de5dae2223"))
    for text in ["", "ba7816bf", "BA7816BF8F01CFEA414140DE5DAE2223", "ga7816bf8f01cfea414140de5dae2223"] {
      #expect(!SHA256.isPrefix(text))
    }
  }
}

import Testing

@testable import Corpora

@Suite("Fingerprints of ids")
struct IDFingerprintTests {
  @Test("different ids of ASCII are new, repeated ones are not")
  func ascii() {
    var ids = [""]
    // Lengths around the borders of words, ids that differ in one byte, and in length only.
    for length in 1...40 {
      ids.append(String(repeating: "a", count: length))
      for place in [0, length / 2, length - 1] where length > 2 {
        var characters = Array(repeating: "a", count: length)
        characters[place] = "b"
        ids.append(characters.joined())
      }
    }
    ids = Array(Set(ids))
    for number in 0..<20_000 { ids.append("record-\(number)") }
    var set = IDFingerprints(capacity: ids.count)
    for id in ids { #expect(set.addIfSurelyNew(id), "\(id)") }
    for id in ids { #expect(!set.addIfSurelyNew(id), "\(id)") }
  }

  @Test("nothing is sure about other characters")
  func others() {
    var set = IDFingerprints(capacity: 4)
    #expect(set.addIfSurelyNew("cafe"))
    #expect(!set.addIfSurelyNew("café"))
    #expect(!set.addIfSurelyNew("a long id with an é at its end: é"))
  }
}

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
    let first = ids.map { set.addIfSurelyNew($0) }
    let second = ids.map { set.addIfSurelyNew($0) }
    #expect(first.allSatisfy { $0 } && !second.contains(true))
  }

  @Test("nothing is sure about other characters")
  func others() {
    var set = IDFingerprints(capacity: 4)
    let sure = ["cafe", "café", "a long id with an é at its end: é"].map { set.addIfSurelyNew($0) }
    #expect(sure == [true, false, false])
  }
}

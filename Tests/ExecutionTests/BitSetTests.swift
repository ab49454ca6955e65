import Execution
import TestSupport
import Testing

/// Members on both sides of the borders of words.
struct BitSetTests {
  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func holdsWhatWasInserted(capacity: Int) {
    var generator = SeededGenerator(seed: capacity)
    var set = BitSet(capacity: capacity)
    let members = Set(
      (0..<capacity).filter { _ in Bool.random(using: &generator) } + (0..<capacity).suffix(1))
    for member in members { set.insert(member) }
    #expect((0..<capacity).filter(set.contains) == members.sorted())

    var drained: [Int] = []
    set.drain { drained.append($0) }
    #expect(drained == members.sorted())
    #expect(!(0..<capacity).contains(where: set.contains))
  }
}

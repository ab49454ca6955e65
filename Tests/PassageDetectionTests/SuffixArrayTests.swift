import TestSupport
import Testing

@testable import PassageDetection

struct SuffixArrayTests {
  @Test func agreesWithSorting() {
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: seed)
      let alphabet = Int32.random(in: 1...6, using: &generator)
      let count = seed < 4 ? seed : Int.random(in: 0...80, using: &generator)
      let text = (0..<count).map { _ in Int32.random(in: 0..<alphabet, using: &generator) }
      check(text, alphabetSize: Int(alphabet), "seed \(seed)")
    }
  }

  @Test func agreesWithSortingOnRegularText() {
    check(Array(repeating: 0, count: 100), alphabetSize: 1, "equal")
    check((0..<101).map { $0 % 3 }, alphabetSize: 3, "periodic")
    check((0..<50).map { $0 }, alphabetSize: 50, "ascending")
    check((0..<50).reversed(), alphabetSize: 50, "descending")
    var (shorter, fibonacci): ([Int32], [Int32]) = ([0], [1])
    while fibonacci.count < 300 { (shorter, fibonacci) = (fibonacci, fibonacci + shorter) }
    check(fibonacci, alphabetSize: 2, "Fibonacci")
  }

  private func check(_ text: [Int32], alphabetSize: Int, _ comment: Comment) {
    let array = SuffixArray(of: text, alphabetSize: alphabetSize)
    let sorted = text.indices.sorted { text[$0...].lexicographicallyPrecedes(text[$1...]) }
    #expect(array.suffixes.map { Int($0) } == sorted, comment)
    let common = sorted.indices.map { rank -> Int32 in
      if rank == 0 { return 0 }
      return Int32(zip(text[sorted[rank]...], text[sorted[rank - 1]...]).prefix { $0 == $1 }.count)
    }
    #expect(array.commonPrefixLengths(in: text) == common, comment)
  }
}

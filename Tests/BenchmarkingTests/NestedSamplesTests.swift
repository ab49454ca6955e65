import Testing

@testable import Benchmarking

@Suite struct NestedSamplesTests {
  @Test("Each sample holds all smaller ones, ascending; the largest is the whole")
  func nested() {
    let samples = NestedSamples(count: 1_000, seed: 5)
    var smaller: Set<Int> = []
    for count in [0, 1, 17, 250, 999, 1_000] {
      let indices = samples.indices(count: count)
      #expect(indices.count == count)
      #expect(indices == indices.sorted())
      #expect(smaller.isSubset(of: indices))
      smaller = Set(indices)
    }
    #expect(samples.indices(count: 1_000) == Array(0..<1_000))
  }

  @Test("The seed decides, and samples are spread over the corpus")
  func seeded() {
    let sample = NestedSamples(count: 1_000, seed: 5).indices(count: 100)
    #expect(sample == NestedSamples(count: 1_000, seed: 5).indices(count: 100))
    #expect(sample != NestedSamples(count: 1_000, seed: 6).indices(count: 100))
    #expect((30...70).contains(sample.count { $0 < 500 }))
  }
}

import Testing

@testable import SimilaritySearch

@Suite("Proposals for the k nearest")
struct ProposalsTests {
  @Test("Nothing within two margins of the k-th best is dropped, however many tie")
  func keepsTies() {
    var proposals = Proposals(k: 2, margin: 0.01, floor: 0)
    for row in 0..<1000 { proposals.add(row, row.isMultiple(of: 3) ? 0.5 : 0.485) }
    #expect(proposals.rows.count == 1000)
  }

  @Test("What has fallen behind is dropped")
  func dropsTheRest() {
    var proposals = Proposals(k: 2, margin: 0.001, floor: 0)
    for row in 0..<10_000 { proposals.add(row, Float(row) / 10_000) }
    #expect(proposals.rows.suffix(2) == [9998, 9999])
    #expect(proposals.rows.count < 200)
  }
}

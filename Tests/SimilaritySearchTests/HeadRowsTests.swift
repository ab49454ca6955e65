import Matrices
import TestSupport
import Testing

@testable import SimilaritySearch

@Suite("Heads of rows")
struct HeadRowsTests {
  /// Heads narrower than a front, as wide as one, and with several columns to a group.
  @Test("Outlines bound the product of heads from above", arguments: [5, 16, 17, 120])
  func outlinesBoundProducts(columns: Int) {
    for signed in [false, true] {
      let rows = zipfRows(
        count: 60, columns: columns, length: 30, seed: UInt64(columns), signed: signed
      ).unitRows()
      let split = HeadTailSplit(columnCounts: rows.columnCounts(), rowCount: rows.rowCount, headShare: 0)
      let heads = HeadRows(of: rows, split: split)
      var slack = 0.0
      for a in 0..<rows.rowCount {
        for b in 0..<rows.rowCount {
          var product = 0.0
          for i in rows.range(ofRow: a) where split.headSlots[Int(rows.columns[i])] >= 0 {
            for j in rows.range(ofRow: b) where rows.columns[i] == rows.columns[j] {
              product += rows.values[i] * rows.values[j]
            }
          }
          let outline = heads.outlines.withUnsafeBufferPointer { outlines in
            outlines.baseAddress.map {
              HeadRows.outlineProduct($0 + a * HeadRows.outlineCount, $0 + b * HeadRows.outlineCount)
            }
          }
          let margin = Double(Grains.margin(count: rows.range(ofRow: a).count))
          let bound = Double(outline ?? 0)
          let exact = product * Double(Grains.perScore)
          #expect(bound >= exact - margin)
          let norms =
            Double(heads.frontNorms[a] * heads.frontNorms[b] + heads.backNorms[a] * heads.backNorms[b])
          slack = max(slack, bound - norms * Double(Grains.perScore) - margin)
        }
      }
      #expect(slack < Double(Grains.perScore) * 0.01, "looser than the norms")
    }
  }
}

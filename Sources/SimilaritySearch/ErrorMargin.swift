import Matrices

/// How far a Float32 tile score can lie from the exact cosine of the same two unit rows.
///
/// Rounding both weights to Float32 and multiplying costs at most 3u per product, and adding L products in any
/// order at most (L − 1)u of the sum of their magnitudes (u = 2⁻²⁴; Higham, Accuracy and Stability of Numerical
/// Algorithms, 2002, §3.1). That sum is at most 1 for unit rows (Cauchy–Schwarz). Fused multiply-adds only err
/// less. L is at most the length of the shorter row, but a dense head also adds its zeros exactly, so the longer
/// bound below is safe. Weights below Float32's normal range lose at most 2⁻¹⁴⁹ each, covered by the slack.
struct ErrorMargin {
  /// Proposals reach down to the threshold minus this.
  let value: Double

  /// The margin for products between rows of two matrices.
  init(longestRow: Int, otherLongestRow: Int) {
    let unitRoundoff = 0x1p-24
    let length = Double(min(longestRow, otherLongestRow)) + 8
    // γ = Lu / (1 − Lu) bounds the compounded factor.
    let compounded = length * unitRoundoff / (1 - length * unitRoundoff)
    value = compounded + ExactScore.roundingError + 1e-12
  }
}

extension SparseRows {
  /// The most values stored in one row.
  var longestRow: Int { (0..<rowCount).reduce(0) { max($0, range(ofRow: $1).count) } }
}

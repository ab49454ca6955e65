/// Calls `found` with the index of every score that is at least `bound`, ascending.
///
/// - Complexity: O(scores), sixteen at a time.
@inline(__always)
func forEachScore(
  in scores: UnsafeBufferPointer<Float>, atLeast bound: Float, _ found: (Int) -> Void
) {
  let bounds = SIMD16<Float>(repeating: bound)
  var index = 0
  guard let base = scores.baseAddress else { return }
  let raw = UnsafeRawPointer(base)
  while index + 16 <= scores.count {
    let lanes = raw.loadUnaligned(fromByteOffset: index * 4, as: SIMD16<Float>.self)
    let mask = lanes .>= bounds
    if isAnySet(mask) {
      for lane in 0..<16 where mask[lane] { found(index + lane) }
    }
    index += 16
  }
  while index < scores.count {
    if scores[index] >= bound { found(index) }
    index += 1
  }
}

/// Whether any lane is set.
///
/// The standard library's `any` compares lane by lane where the processor has no such minimum.
@inline(__always)
func isAnySet(_ mask: SIMDMask<SIMD16<Int32>>) -> Bool {
  // A mask's lanes are all ones or all zeros; both types have 64 bytes and no padding.
  let eight = unsafeBitCast(mask, to: SIMD8<UInt64>.self)
  let four = eight.lowHalf | eight.highHalf
  let two = four.lowHalf | four.highHalf
  return two.x | two.y != 0
}

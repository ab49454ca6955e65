import Matrices

extension BoundedSweep {
  /// Goes through the tail sums and looks at the rows that may reach a bound.
  ///
  /// - Returns: for how many the heads were multiplied.
  func select(
    _ target: Target, _ flags: UnsafeMutableBufferPointer<UInt8>,
    _ offsets: UnsafeMutableBufferPointer<Int32>, _ list: inout CandidateList,
    _ reverses: inout [Reverse]
  ) -> Int {
    guard let flagBase = flags.baseAddress, let offsetBase = offsets.baseAddress else { return 0 }
    var start = 0
    var refined = 0
    while start < target.rows.count {
      let count = min(Self.chunk, target.rows.count - start)
      flag(target, start, count: count, own: list.bound, flagBase)
      // Flags are bytes of 0 or 1: eight are looked at together.
      for index in count..<(count + 7) / 8 * 8 { flagBase[index] = 0 }
      let words = UnsafeRawPointer(flagBase)
      var found = 0
      for index in stride(from: 0, to: count, by: 8) {
        var word = words.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        while word != 0 {
          offsetBase[found] = Int32(truncatingIfNeeded: start &+ index &+ word.trailingZeroBitCount >> 3)
          found &+= 1
          word &= word &- 1
        }
      }
      let kept = sharpen(
        target, UnsafeMutableBufferPointer(start: offsetBase, count: found), own: list.bound)
      refine(target, UnsafeBufferPointer(start: offsetBase, count: kept), &list, &reverses)
      if list.isCrowded { ranking.settle(&list, of: target.row, scale: Grains.perScore) }
      refined += kept
      start += count
    }
    return refined
  }

  /// Notes which rows may reach the bound of the query or their own.
  private func flag(
    _ target: Target, _ start: Int, count: Int, own: Float, _ flags: UnsafeMutablePointer<UInt8>
  ) {
    let first = target.rows.lowerBound + start
    referenceHeads.frontNorms.withUnsafeBufferPointer { fronts in
      referenceHeads.backNorms.withUnsafeBufferPointer { backs in
        guard let sums = target.sums.baseAddress, let bounds = target.bounds.baseAddress,
          let fronts = fronts.baseAddress, let backs = backs.baseAddress
        else { return }
        Self.flag(
          flags, sums + start, fronts + first, backs + first, bounds + first,
          front: queryHeads.frontNorms[target.row] * Grains.perScore,
          back: queryHeads.backNorms[target.row] * Grains.perScore, own: own, count: count)
      }
    }
  }

  /// A plain loop, which the compiler vectorises.
  private static func flag(
    _ flags: UnsafeMutablePointer<UInt8>, _ sums: UnsafePointer<Int32>, _ fronts: UnsafePointer<Float>,
    _ backs: UnsafePointer<Float>, _ bounds: UnsafePointer<Float>, front: Float, back: Float,
    own: Float, count: Int
  ) {
    for index in 0..<count {
      let most = Float(sums[index]) + (fronts[index] * front + backs[index] * back)
      let bound = bounds[index] < own ? bounds[index] : own
      flags[index] = most >= bound ? 1 : 0
    }
  }

  /// Multiplies the outlines of the heads, a sharper bound: which rows may still reach a bound, in place.
  private func sharpen(
    _ target: Target, _ offsets: UnsafeMutableBufferPointer<Int32>, own: Float
  ) -> Int {
    var kept = 0
    queryHeads.outlines.withUnsafeBufferPointer { queries in
      referenceHeads.outlines.withUnsafeBufferPointer { references in
        guard let queries = queries.baseAddress, let b = references.baseAddress else { return }
        let stride = HeadRows.outlineCount
        let a = queries + target.row &* stride
        for index in 0..<offsets.count {
          let offset = offsets[index]
          let other = target.rows.lowerBound &+ Int(offset)
          let most = target.sums[Int(offset)] &+ HeadRows.outlineProduct(a, b + other &* stride)
          let bound = target.bounds[other] < own ? target.bounds[other] : own
          offsets[kept] = offset
          kept &+= Float(most) >= bound ? 1 : 0
        }
      }
    }
    return kept
  }

  /// Adds the products of the heads and hands the pairs to whom they may concern.
  func refine(
    _ target: Target, _ offsets: UnsafeBufferPointer<Int32>, _ list: inout CandidateList,
    _ reverses: inout [Reverse]
  ) {
    let outline = HeadRows.outlineCount
    let back = referenceHeads.backStride
    let row = target.row
    queryHeads.outlines.withUnsafeBufferPointer { queryFronts in
      referenceHeads.outlines.withUnsafeBufferPointer { fronts in
        queryHeads.backs.withUnsafeBufferPointer { queryBacks in
          referenceHeads.backs.withUnsafeBufferPointer { backs in
            for offset in offsets {
              let other = target.rows.lowerBound &+ Int(offset)
              var sum = target.sums[Int(offset)]
              if let a = queryFronts.baseAddress, let b = fronts.baseAddress {
                sum &+= HeadRows.frontProduct(a + row &* outline, b + other &* outline)
              }
              if let a = queryBacks.baseAddress, let b = backs.baseAddress {
                sum &+= HeadRows.product(a + row &* back, b + other &* back, count: back)
              }
              let score = Float(sum)
              if score >= list.bound { list.add(other, score) }
              if score >= target.bounds[other] {
                reverses.append(
                  Reverse(
                    reference: UInt32(truncatingIfNeeded: other),
                    query: UInt32(truncatingIfNeeded: row), score: score))
              }
            }
          }
        }
      }
    }
  }
}

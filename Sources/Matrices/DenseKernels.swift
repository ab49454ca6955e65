/// The inner loops over dense rows, once for each type of number: `BLASScalar` hands out the copies.
///
/// Inlined into functions of a known type, so that the compiler makes plain vector instructions of them.
enum DenseKernels {
  /// Σ a·b in Double: eight interleaved sums in column order, added up in a fixed order.
  ///
  /// One sum would wait four cycles for every addition. Nothing here depends on the machine: Swift neither
  /// reorders nor fuses floating-point operations.
  @inline(__always)
  static func dot<Scalar: BinaryFloatingPoint>(
    _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, count: Int,
    load: (UnsafePointer<Scalar>) -> SIMD8<Double>
  ) -> Double {
    var sums = SIMD8<Double>.zero
    var column = 0
    while column + 8 <= count {
      sums += load(a + column) * load(b + column)
      column += 8
    }
    var rest = 0.0
    while column < count {
      rest += Double(a[column]) * Double(b[column])
      column += 1
    }
    let first = (sums[0] + sums[1]) + (sums[2] + sums[3])
    let second = (sums[4] + sums[5]) + (sums[6] + sums[7])
    return first + second + rest
  }

  /// The largest magnitude of a row; NaN or infinity where the row holds one.
  @inline(__always)
  static func largestMagnitude<Scalar: BinaryFloatingPoint>(_ row: UnsafeBufferPointer<Scalar>) -> Scalar {
    var largest: Scalar = 0
    for value in row {
      let magnitude = abs(value)
      // Written so that a NaN, which compares with nothing, is kept.
      if !(magnitude <= largest) { largest = magnitude }
      if largest.isNaN { return largest }
    }
    return largest
  }

  /// A hash of a row's values; rows that are equal, zero being equal to negative zero, have equal hashes.
  @inline(__always)
  static func hash<Scalar: BinaryFloatingPoint>(
    _ row: UnsafeBufferPointer<Scalar>, bits: (Scalar) -> UInt64
  ) -> UInt64 {
    // Four chains, so that one multiplication need not wait for the last.
    var hashes = (
      0x9E37_79B9_7F4A_7C15 as UInt64, 0xBF58_476D_1CE4_E5B9 as UInt64, 0x94D0_49BB_1331_11EB as UInt64,
      0xD6E8_FEB8_6659_FD93 as UInt64
    )
    var column = 0
    while column + 4 <= row.count {
      hashes.0 = step(hashes.0, bits(row[column] + 0))
      hashes.1 = step(hashes.1, bits(row[column + 1] + 0))
      hashes.2 = step(hashes.2, bits(row[column + 2] + 0))
      hashes.3 = step(hashes.3, bits(row[column + 3] + 0))
      column += 4
    }
    while column < row.count {
      hashes.0 = step(hashes.0, bits(row[column] + 0))
      column += 1
    }
    return step(step(step(hashes.0, hashes.1), hashes.2), hashes.3)
  }

  @inline(__always)
  private static func step(_ hash: UInt64, _ bits: UInt64) -> UInt64 {
    let mixed = (hash ^ bits) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 32
  }
}

extension Float {
  /// Σ a·b; each product of two Float is exact in Double.
  public static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int) -> Double {
    DenseKernels.dot(a, b, count: count) {
      SIMD8<Double>(UnsafeRawPointer($0).loadUnaligned(as: SIMD8<Float>.self))
    }
  }

  /// See `BLASScalar`.
  public static func largestMagnitude(of row: UnsafeBufferPointer<Float>) -> Float {
    DenseKernels.largestMagnitude(row)
  }

  /// See `BLASScalar`.
  public static func hash(of row: UnsafeBufferPointer<Float>) -> UInt64 {
    DenseKernels.hash(row) { UInt64($0.bitPattern) }
  }
}

extension Double {
  /// Σ a·b.
  public static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int) -> Double {
    DenseKernels.dot(a, b, count: count) {
      UnsafeRawPointer($0).loadUnaligned(as: SIMD8<Double>.self)
    }
  }

  /// See `BLASScalar`.
  public static func largestMagnitude(of row: UnsafeBufferPointer<Double>) -> Double {
    DenseKernels.largestMagnitude(row)
  }

  /// See `BLASScalar`.
  public static func hash(of row: UnsafeBufferPointer<Double>) -> UInt64 {
    DenseKernels.hash(row) { $0.bitPattern }
  }
}

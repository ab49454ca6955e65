import AnalysisModel
import Matrices

/// A short hash by which two runs tell whether they worked on the same data.
///
/// Source: Fowler, Noll and Vo, FNV-1a, 64 bits.
struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The hash of all titles and texts, in order.
  static func of(_ documents: [Document]) -> String {
    var print = Fingerprint()
    for document in documents {
      // Bytes that no UTF-8 has keep fields and documents apart.
      for byte in document.title?.bytes ?? [] { print.add(byte) }
      print.add(0xFE)
      for byte in document.text.bytes { print.add(byte) }
      print.add(0xFF)
    }
    return print.text
  }

  /// The hash of all values, in order.
  static func of(_ rows: DenseRows<Float>) -> String {
    var print = Fingerprint()
    for value in rows.values {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        print.add(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
      }
    }
    return print.text
  }
}

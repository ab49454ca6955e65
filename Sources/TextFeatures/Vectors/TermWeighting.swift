import AnalysisModel
import Foundation

/// The formulas of TF-IDF.
struct TermWeighting: Sendable {
  private let options: FeatureOptions
  private let documentCount: Double
  /// tf of small counts, the common case.
  private let frequencies: [Double]

  init(options: FeatureOptions, documentCount: Int) {
    self.options = options
    self.documentCount = Double(documentCount)
    frequencies = (0..<256).map { Self.frequency($0, options.termFrequency) }
  }

  private static func frequency(_ count: Int, _ kind: FeatureOptions.TermFrequency) -> Double {
    switch kind {
    case .raw: Double(count)
    case .sublinear: count == 0 ? 0 : 1 + log(Double(count))
    case .binary: 1
    }
  }

  /// How much a count within a document weighs.
  @inline(__always)
  func termFrequency(_ count: UInt32) -> Double {
    Int(count) < frequencies.count
      ? frequencies[Int(count)] : Self.frequency(Int(count), options.termFrequency)
  }

  /// How much each term weighs.
  func inverseDocumentFrequencies(_ documentFrequencies: [UInt32]) -> [Double] {
    documentFrequencies.map { documents in
      switch options.inverseDocumentFrequency {
      case .smooth: 1 + log((1 + documentCount) / (1 + Double(documents)))
      case .plain: 1 + log(documentCount / Double(documents))
      case .none: 1
      }
    }
  }

  /// Divides a row by its norm; a row of zeros stays as it is.
  func scale(_ row: UnsafeMutableBufferPointer<Double>) {
    var norm = 0.0
    switch options.norm {
    case .none: return
    case .l1: for value in row { norm += abs(value) }
    case .l2:
      for value in row { norm += value * value }
      norm = norm.squareRoot()
    }
    guard norm > 0 else { return }
    for index in row.indices { row[index] /= norm }
  }
}

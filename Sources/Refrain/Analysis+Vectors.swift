import AnalysisModel
import Corpora
import Execution
import Matrices
import SimilaritySearch

extension Analysis {
  /// Foreign vectors, ready to be compared.
  ///
  /// Of the configuration only the selection of pairs and the seed count.
  ///
  /// - Parameter sampleSize: how many vectors a check against brute force is to draw, at least 1; nil leaves it out.
  public func comparison(of vectors: VectorSet, verifying sampleSize: Int? = nil) -> DocumentComparison {
    switch vectors.rows {
    case .float32(let rows): comparison(of: rows, sampleSize)
    case .float64(let rows): comparison(of: rows, sampleSize)
    }
  }

  /// Foreign vectors to be compared with a reference set.
  ///
  /// - Parameter sampleSize: as for a comparison within one set; vectors of `vectors` are drawn.
  /// - Precondition: as many columns on both sides.
  public func comparison(
    of vectors: VectorSet, against reference: VectorSet, verifying sampleSize: Int? = nil
  ) -> CrossComparison {
    if case .float32(let rows) = vectors.rows, case .float32(let references) = reference.rows {
      return comparison(of: rows, against: references, sampleSize)
    }
    // Every Float32 is a Float64 too, so that sides of different types lose nothing.
    return comparison(of: vectors.float64Rows, against: reference.float64Rows, sampleSize)
  }

  private func comparison<Scalar>(of rows: DenseRows<Scalar>, _ sampleSize: Int?) -> DocumentComparison {
    let makeVerifier = verifierMaker(sampleSize, of: rows)
    return DocumentComparison(
      search: DenseCosineSearch(rows: rows, parallelism: parallelism, progress: progress),
      selection: configuration.pairs.selection, makeVerifier: makeVerifier)
  }

  private func comparison<Scalar>(
    of rows: DenseRows<Scalar>, against references: DenseRows<Scalar>, _ sampleSize: Int?
  ) -> CrossComparison {
    let makeVerifier = verifierMaker(sampleSize, of: rows, against: references)
    return CrossComparison(
      search: DenseCosineSearch(rows: rows, parallelism: parallelism, progress: progress),
      references: references, selection: configuration.pairs.selection, makeVerifier: makeVerifier)
  }
}

extension VectorSet {
  fileprivate var float64Rows: DenseRows<Double> {
    switch rows {
    case .float64(let rows): return rows
    case .float32(let rows):
      return DenseRows(rowCount: rows.rowCount, columnCount: rows.columnCount) { target in
        rows.values.withUnsafeBufferPointer { source in
          for index in source.indices { target[index] = Double(source[index]) }
        }
      }
    }
  }
}

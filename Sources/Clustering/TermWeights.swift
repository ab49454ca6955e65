import Foundation
import Matrices

/// How terms weigh in the vectors that clusters are made from.
///
/// A term that stands `f` times in a document and in `df` of `n` documents weighs (1 + ln f) · ln((n + 10) /
/// df), half as much again where it is a name or a number, and `20 / (n + 20)` of that where `df` is 1.
///
/// - The 10 imagined documents without the term keep the vocabulary of a tiny set from weighing nothing
///   merely because all of its documents are about one thing.
/// - A word that stands in one document only can match nothing; it lengthens the vector. In a handful of
///   documents most words do that and the length says how much a text has of its own; in hundreds such words
///   are misspellings and chance, and their share fades out.
struct TermWeights: Sendable {
  /// Imagined documents without the term.
  static let imaginedDocuments = 10.0
  /// The number of documents at which words of one document count half.
  static let loneTermHalfLife = 20.0
  /// What a name or a number weighs compared with another word.
  static let nameFactor = 1.5

  let documentCount: Int

  /// The share of its weight that a word of one document keeps, 1 … 0.
  var loneTermShare: Double { Self.loneTermHalfLife / (Double(documentCount) + Self.loneTermHalfLife) }

  func weight(_ term: TermCount, documentFrequency: Int) -> Double {
    var weight = 1 + log(Double(term.count))
    weight *= inverseDocumentFrequency(documentFrequency)
    if term.isName { weight *= Self.nameFactor }
    return documentFrequency == 1 ? weight * loneTermShare : weight
  }

  func inverseDocumentFrequency(_ documentFrequency: Int) -> Double {
    log((Double(documentCount) + Self.imaginedDocuments) / Double(documentFrequency))
  }
}

/// Weighted terms as unit rows. Terms of one document are in the length of a row, not among its values.
struct WeightedTerms: Sendable {
  /// One row a document; columns number the terms of two and more documents, ascending by term.
  let rows: SparseRows
  /// The term of every column, ascending.
  let terms: [UInt64]
  /// In how many documents each column's term stands.
  let documentFrequencies: [Int]

  /// O(terms of all documents · log).
  init(of documents: [[TermCount]]) {
    let weights = TermWeights(documentCount: documents.count)
    let (terms, frequencies) = Self.sharedTerms(of: documents)
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    for document in documents {
      var squares = 0.0
      let start = columns.count
      var column = 0
      for term in document {
        // Both lists ascend: gallop from where the last term was found.
        column = Self.firstIndex(notBelow: term.term, in: terms, from: column)
        let isShared = column < terms.count && terms[column] == term.term
        let weight = weights.weight(term, documentFrequency: isShared ? frequencies[column] : 1)
        squares += weight * weight
        if isShared {
          columns.append(UInt32(column))
          values.append(weight)
        }
      }
      let length = squares.squareRoot()
      for position in start..<columns.count { values[position] /= length }
      offsets.append(columns.count)
    }
    rows = SparseRows(rowOffsets: offsets, columns: columns, values: values, columnCount: terms.count)
    self.terms = terms
    documentFrequencies = frequencies
  }

  private static func sharedTerms(of documents: [[TermCount]]) -> ([UInt64], [Int]) {
    var all: [UInt64] = []
    all.reserveCapacity(documents.reduce(0) { $0 + $1.count })
    for document in documents { all.append(contentsOf: document.lazy.map(\.term)) }
    all.sort()
    var terms: [UInt64] = []
    var frequencies: [Int] = []
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count && all[end] == all[start] { end += 1 }
      if end - start > 1 {
        terms.append(all[start])
        frequencies.append(end - start)
      }
      start = end
    }
    return (terms, frequencies)
  }

  private static func firstIndex(notBelow term: UInt64, in terms: [UInt64], from start: Int) -> Int {
    var low = start
    var step = 1
    while low + step < terms.count && terms[low + step] < term {
      low += step
      step *= 2
    }
    var high = min(low + step, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

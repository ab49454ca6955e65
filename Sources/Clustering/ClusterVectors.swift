import Matrices

/// The vectors of the documents to be clustered: words and pairs of words, each half of the cosine.
///
/// Pairs tell "Gaza war" from "war, Gaza"; they are rarer than words and say more about one happening.
struct ClusterVectors: Sendable {
  /// Unit rows of words alone.
  let words: SparseRows
  /// The term of every word column.
  let wordTerms: [UInt64]
  /// Rows of words and pairs together: the dot product of two rows is the mean of the two cosines. A document
  /// that has no pair has the words in full.
  let rows: SparseRows

  private init(words: SparseRows, wordTerms: [UInt64], rows: SparseRows) {
    self.words = words
    self.wordTerms = wordTerms
    self.rows = rows
  }

  /// The vectors of some documents, with the weights they have among all.
  func selecting(_ documents: [Int]) -> ClusterVectors {
    if documents.count == count { return self }
    return ClusterVectors(
      words: words.selecting(documents), wordTerms: wordTerms, rows: rows.selecting(documents))
  }

  init(terms: DocumentTerms) {
    let words = WeightedTerms(of: terms.words)
    let pairs = WeightedTerms(of: terms.wordPairs)
    var offsets = [0]
    var columns: [UInt32] = []
    var values: [Double] = []
    let shift = UInt32(words.terms.count)
    for document in terms.words.indices {
      let hasPairs = !terms.wordPairs[document].isEmpty
      let scale = hasPairs ? 0.5.squareRoot() : 1
      let wordRange = words.rows.range(ofRow: document)
      columns.append(contentsOf: words.rows.columns[wordRange])
      values.append(contentsOf: words.rows.values[wordRange].lazy.map { $0 * scale })
      let pairRange = pairs.rows.range(ofRow: document)
      columns.append(contentsOf: pairs.rows.columns[pairRange].lazy.map { $0 + shift })
      values.append(contentsOf: pairs.rows.values[pairRange].lazy.map { $0 * scale })
      offsets.append(columns.count)
    }
    self.words = words.rows
    wordTerms = words.terms
    rows = SparseRows(
      rowOffsets: offsets, columns: columns, values: values,
      columnCount: words.terms.count + pairs.terms.count)
  }

  /// How many documents there are.
  var count: Int { rows.rowCount }
}

extension SparseRows {
  /// The rows that hold anything, ascending.
  var nonEmptyRows: [Int] { (0..<rowCount).filter { !range(ofRow: $0).isEmpty } }
}

/// A term and how often a document holds it.
struct TermCount: BitwiseCopyable {
  var term: UInt32
  var count: UInt32
}

/// How often each term stands in each of some neighbouring documents.
struct TermCountRows: Sendable {
  /// `documents + 1` positions in `entries`.
  var rowOffsets = [0]
  /// The terms of each document, in the order of their first appearance in it.
  var entries: [TermCount] = []

  var rowCount: Int { rowOffsets.count - 1 }

  /// Adds the next document's counts.
  mutating func append(_ row: UnsafeBufferPointer<TermCount>) {
    entries.append(contentsOf: row)
    rowOffsets.append(entries.count)
  }
}

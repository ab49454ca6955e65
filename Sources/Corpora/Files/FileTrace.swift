/// What became of the stretches of one file, for those who copy them.
struct FileTrace: Sendable {
  /// A record that was left out.
  enum Rejection: Sendable, Hashable {
    /// Its bytes in the (decompressed) file, line end excluded.
    case record(Range<Int>)
    /// The file as a whole: it is one record, or no record of it could be read.
    case wholeFile
    /// What could not be read of a file after its first records.
    case restOfFile
  }

  /// The indices of its documents in the corpus.
  var documents = 0..<0
  /// The header row of a table, line end excluded.
  var header: Range<Int>?
  /// What was left out, in the order of the file.
  var rejections: [Rejection] = []

  /// Adds the documents that come next; those of one file are all next to each other.
  mutating func add(documents more: Range<Int>) {
    if more.isEmpty { return }
    documents = documents.isEmpty ? more : documents.lowerBound..<more.upperBound
  }
}

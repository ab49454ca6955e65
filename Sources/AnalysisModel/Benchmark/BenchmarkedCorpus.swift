/// What a benchmark worked on.
public struct BenchmarkedCorpus: Sendable, Hashable, Codable {
  /// Where the documents, or vectors, came from.
  public var source: Source
  /// The paths as typed; none for a generated corpus.
  public var paths: [String]
  /// The seed of a generated corpus and of the samples.
  public var seed: UInt64
  /// How many documents, or dense rows, there are.
  public var documents: Int
  /// The bytes of the files.
  public var bytes: Int
  /// The bytes of the decoded texts.
  public var textBytes: Int
  /// How many distinct terms the vectors have; the columns of dense vectors.
  public var terms: Int
  /// How many values other than 0 the vectors have.
  public var storedValues: Int
  /// How text became terms, in one line; empty for dense vectors.
  public var features: String
  /// A hash of all titles and texts, 16 hexadecimal digits: two runs on the same documents have the same.
  public var fingerprint: String

  /// A description of a corpus.
  public init(
    source: Source, paths: [String], seed: UInt64, documents: Int, bytes: Int, textBytes: Int, terms: Int,
    storedValues: Int, features: String, fingerprint: String
  ) {
    self.source = source
    self.paths = paths
    self.seed = seed
    self.documents = documents
    self.bytes = bytes
    self.textBytes = textBytes
    self.terms = terms
    self.storedValues = storedValues
    self.features = features
    self.fingerprint = fingerprint
  }

  /// Where documents come from.
  public enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    /// Made by the benchmark, from a seed.
    case generated
    /// Read from files.
    case files
  }
}

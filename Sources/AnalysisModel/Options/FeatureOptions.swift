/// How text becomes tokens and TF-IDF weights.
public struct FeatureOptions: Sendable, Hashable, Codable {
  /// How text is cut into tokens.
  public var tokenizer = Tokenizer.unicode
  /// Whether titles take part in the text.
  public var includeTitle = true
  /// What the terms of the TF-IDF vectors are.
  public var terms = TermKind.words(1...1)
  /// Whether é counts as e.
  public var foldDiacritics = false
  /// The Snowball language whose stemmer is applied to each token, for example `english`.
  public var stemLanguage: String?
  /// Words that are left out of the TF-IDF vectors; compared after folding.
  public var stopWords: [String] = []
  /// How often a term counts within a document.
  public var termFrequency = TermFrequency.raw
  /// Whether and how rare terms weigh more.
  public var inverseDocumentFrequency = InverseDocumentFrequency.smooth
  /// How rows are scaled.
  public var norm = Norm.l2
  /// Terms in fewer documents are left out.
  public var minimumDocumentFrequency = DocumentFrequencyBound.count(1)
  /// Terms in more documents are left out.
  public var maximumDocumentFrequency = DocumentFrequencyBound.share(1.0)
  /// Only this many terms, the most frequent in the corpus, are kept.
  public var maximumFeatures: Int?

  /// The defaults of the command, which are scikit-learn's but for the tokeniser.
  public init() {}

  /// How text is cut into tokens.
  public enum Tokenizer: String, Sendable, Hashable, Codable, CaseIterable {
    /// Words as in UAX #29, addresses whole, character bigrams in scripts without spaces, emoji.
    case unicode
    /// scikit-learn's `(?u)\b\w\w+\b` on lower-cased text.
    case sklearn
  }

  /// What a term is.
  public enum TermKind: Sendable, Hashable {
    /// Runs of this many tokens.
    case words(ClosedRange<Int>)
    /// Runs of this many characters of the lower-cased text, white space folded.
    case characters(ClosedRange<Int>)
    /// The same inside words only, each padded with one space on both sides.
    case charactersInWords(ClosedRange<Int>)
  }

  /// How often a term counts within a document that holds it `n` times.
  public enum TermFrequency: String, Sendable, Hashable, Codable, CaseIterable {
    /// n.
    case raw
    /// 1 + ln n.
    case sublinear
    /// 1.
    case binary
  }

  /// The idf of a term that stands in `df` of `n` documents.
  public enum InverseDocumentFrequency: String, Sendable, Hashable, Codable, CaseIterable {
    /// 1 + ln((1 + n) / (1 + df)).
    case smooth
    /// 1 + ln(n / df).
    case plain
    /// 1.
    case none
  }

  /// What a row is divided by.
  public enum Norm: String, Sendable, Hashable, Codable, CaseIterable {
    /// The sum of absolute weights.
    case l1
    /// The Euclidean length, so that dot products are cosines.
    case l2
    /// Nothing.
    case none
  }

  /// A bound on document frequency, in documents or as a share of them.
  public enum DocumentFrequencyBound: Sendable, Hashable {
    /// So many documents.
    case count(Int)
    /// This share of the documents, 0…1.
    case share(Double)
  }
}

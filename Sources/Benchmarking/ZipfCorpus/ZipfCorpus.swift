import AnalysisModel
import Execution

/// A corpus made from a seed, with the word frequencies of natural text, an open vocabulary and planted
/// copies.
///
/// Every document can be made by itself, from the seed and its number alone, so that a corpus of any size
/// needs no memory. The same options give the same bytes on every machine and in every version of this
/// schema.
///
/// The documents have no subjects: words are drawn independently. Real corpora have more pairs of middling
/// similarity; judge a search by real text as well.
public struct ZipfCorpus: Sendable {
  /// What is generated.
  public struct Options: Sendable, Hashable {
    /// How many documents; at least 1 and below 2³².
    public var documentCount: Int
    /// The seed of all choices.
    public var seed: UInt64
    /// The mean number of words of a document, about an abstract's by default; lengths are half to one and a
    /// half times this. At least 6.
    public var meanWordCount = 180
    /// The share of documents that are exact copies of an earlier one.
    public var exactCopyShare = 0.05
    /// The share of documents that are near copies of an earlier one.
    public var nearCopyShare = 0.05
    /// The share of its words that a near copy has replaced, on average.
    public var changedWordShare = 0.05

    /// Options with the default lengths and shares.
    public init(documentCount: Int, seed: UInt64 = 1) {
      self.documentCount = documentCount
      self.seed = seed
    }
  }

  /// What is generated.
  public let options: Options
  let frequencies = WordFrequencies()

  /// A corpus; nothing is generated yet.
  public init(_ options: Options) {
    precondition(
      options.documentCount >= 1 && options.documentCount < 1 << 32, "\(options.documentCount) documents")
    precondition(options.meanWordCount >= 6, "\(options.meanWordCount) words a document")
    self.options = options
  }

  /// How many documents there are.
  public var documentCount: Int { options.documentCount }

  /// The planted copies, by document.
  ///
  /// - Complexity: O(documents).
  public var plantedCopies: [PlantedCopy] { (0..<documentCount).compactMap(copy) }

  /// What document `index` was made from; nil where it is an original.
  public func copy(_ index: Int) -> PlantedCopy? {
    guard index > 0 else { return nil }
    var random = RandomStream(seed: options.seed, purpose: 1, index: index)
    let position = random.unit()
    guard position < options.exactCopyShare + options.nearCopyShare else { return nil }
    let kind: PlantedCopy.Kind = position < options.exactCopyShare ? .exact : .near
    var original = random.below(index)
    while let other = copy(original) { original = other.original }
    return PlantedCopy(document: index, original: original, kind: kind)
  }

  /// The text of a document: ASCII sentences.
  public func text(of index: Int) -> UTF8Text {
    var bytes: [UInt8] = []
    appendText(of: index, to: &bytes)
    return UTF8Text(validated: bytes[...])
  }

  /// The id of a document.
  public func id(of index: Int) -> String { "d\(index)" }
}

import AnalysisModel

/// The resolved configuration as sections of keys and values, in an order that never changes.
public struct ConfigurationListing: Sendable, Hashable {
  /// The sections, in the order of `Configuration`.
  public let sections: [Section]

  /// Some options that belong together.
  public struct Section: Sendable, Hashable {
    /// The name of the property of `Configuration`.
    public let name: String
    /// The options, in the order of their declaration.
    public let entries: [Entry]
  }

  /// One option.
  public struct Entry: Sendable, Hashable {
    /// The name of the property.
    public let key: String
    /// Its value.
    public let value: Value
  }

  /// The value of an option.
  public enum Value: Sendable, Hashable {
    /// A word or free text.
    case text(String)
    /// A count.
    case integer(Int)
    /// A whole number without sign.
    case unsigned(UInt64)
    /// A threshold.
    case number(Double)
    /// Yes or no.
    case flag(Bool)
    /// A list of words.
    case words([String])
    /// Not set: the engine decides.
    case none
  }

  /// Lists a configuration.
  public init(_ configuration: Configuration) {
    sections = [
      Section(name: "input", entries: Self.entries(configuration.input)),
      Section(name: "features", entries: Self.entries(configuration.features)),
      Section(name: "duplicates", entries: Self.entries(configuration.duplicates)),
      Section(name: "passages", entries: Self.entries(configuration.passages)),
      Section(name: "clusters", entries: Self.entries(configuration.clusters)),
      Section(name: "pairs", entries: Self.entries(configuration.pairs)),
      Section(
        name: "",
        entries: [
          Entry(key: "offsets", value: .text(configuration.offsets.rawValue)),
          Entry(key: "seed", value: .unsigned(configuration.seed)),
        ]),
    ]
  }
}

extension ConfigurationListing.Value: CustomStringConvertible {
  /// The value as a person reads it.
  public var description: String {
    switch self {
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .unsigned(let value): "\(value)"
    case .number(let value): JSONWriter.spelling(value)
    case .flag(let flag): flag ? "true" : "false"
    case .words(let words): words.isEmpty ? "none" : words.joined(separator: " ")
    case .none: "automatic"
    }
  }
}

// MARK: The sections

extension ConfigurationListing {
  private static func entries(_ options: InputOptions) -> [Entry] {
    [
      Entry(key: "idField", value: .text(options.idField)),
      Entry(key: "textField", value: .text(options.textField)),
      Entry(key: "titleField", value: .text(options.titleField)),
      Entry(key: "dateField", value: .text(options.dateField)),
      Entry(key: "sourceField", value: .text(options.sourceField)),
      Entry(key: "format", value: options.format.map { .text($0.rawValue) } ?? .none),
      Entry(key: "encoding", value: options.encoding.map { .text($0) } ?? .none),
      Entry(key: "onError", value: .text(options.onError.rawValue)),
      Entry(key: "onDuplicateID", value: .text(options.onDuplicateID.rawValue)),
    ]
  }

  private static func entries(_ options: FeatureOptions) -> [Entry] {
    [
      Entry(key: "tokenizer", value: .text(options.tokenizer.rawValue)),
      Entry(key: "includeTitle", value: .flag(options.includeTitle)),
      Entry(key: "terms", value: .text(options.terms.description)),
      Entry(key: "foldDiacritics", value: .flag(options.foldDiacritics)),
      Entry(key: "stemLanguage", value: options.stemLanguage.map(Value.text) ?? .none),
      Entry(key: "stopWords", value: .words(options.stopWords)),
      Entry(key: "termFrequency", value: .text(options.termFrequency.rawValue)),
      Entry(
        key: "inverseDocumentFrequency", value: .text(options.inverseDocumentFrequency.rawValue)),
      Entry(key: "norm", value: .text(options.norm.rawValue)),
      Entry(
        key: "minimumDocumentFrequency",
        value: .text(options.minimumDocumentFrequency.description)),
      Entry(
        key: "maximumDocumentFrequency",
        value: .text(options.maximumDocumentFrequency.description)),
      Entry(key: "maximumFeatures", value: options.maximumFeatures.map(Value.integer) ?? .none),
    ]
  }

  private static func entries(_ options: DuplicateOptions) -> [Entry] {
    [
      Entry(key: "jaccard", value: .number(options.jaccard.doubleValue)),
      Entry(key: "containment", value: .number(options.containment.doubleValue)),
      Entry(key: "minimumContainedTokens", value: .integer(options.minimumContainedTokens)),
      Entry(key: "identity", value: .number(options.identity.doubleValue)),
      Entry(key: "shingleWords", value: .integer(options.shingleWords)),
      Entry(key: "shingleCharacters", value: options.shingleCharacters.map(Value.integer) ?? .none),
      Entry(key: "keep", value: .text(options.keep.description)),
      Entry(key: "linkage", value: .text(options.linkage.rawValue)),
    ]
  }

  private static func entries(_ options: PassageOptions) -> [Entry] {
    [
      Entry(key: "minimumTokens", value: .integer(options.minimumTokens)),
      Entry(key: "minimumLineTokens", value: .integer(options.minimumLineTokens)),
    ]
  }

  private static func entries(_ options: ClusterOptions) -> [Entry] {
    [
      Entry(key: "topics", value: options.topics.map(Value.integer) ?? .none),
      Entry(key: "topicCut", value: options.topicCut.map(Value.number) ?? .none),
      Entry(key: "eventCut", value: options.eventCut.map(Value.number) ?? .none),
    ]
  }

  private static func entries(_ options: PairOptions) -> [Entry] {
    switch options.selection {
    case .atLeast(let cosine): [Entry(key: "atLeast", value: .number(cosine))]
    case .nearest(let count): [Entry(key: "nearest", value: .integer(count))]
    }
  }
}

import AnalysisModel
import Execution
import TestSupport
import TextFeatures

@testable import DuplicateDocuments

/// A small corpus with its tokens.
struct TestCorpus {
  var documents: [Document]
  var tokens: TokenizedCorpus
  private let includeTitle: Bool

  init(_ documents: [Document], includeTitle: Bool = true) async throws {
    self.documents = documents
    self.includeTitle = includeTitle
    var options = FeatureOptions()
    options.includeTitle = includeTitle
    tokens = try await CorpusTokenizer(options: options).tokenize(
      documents, parallelism: Parallelism(threads: 1))
  }

  init(texts: [String]) async throws {
    try await self.init(
      texts.enumerated().map { Document(id: "\($0.offset)", text: UTF8Text($0.element)) })
  }

  /// Random texts over few words, with mutated copies, nested texts, repeated words and titles.
  init(seed: UInt64, count: Int, letters: Int? = nil) async throws {
    var random = SeededGenerator(seed: seed)
    let letters = letters ?? Int.random(in: 2...12, using: &random)
    func words(_ count: Int) -> [String] {
      (0..<count).map { _ in "w\(Int.random(in: 0..<letters, using: &random))" }
    }
    var texts: [[String]] = []
    for _ in 0..<count {
      var text = words(Int.random(in: 0...25, using: &random))
      switch texts.isEmpty ? 0 : Int.random(in: 0..<6, using: &random) {
      case 1, 2:
        text = texts.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 0...2, using: &random) where !text.isEmpty {
          text[Int.random(in: 0..<text.count, using: &random)] = words(1)[0]
        }
      case 3:
        text = words(3) + texts.randomElement(using: &random)! + words(3)
      case 4:
        let whole = texts.randomElement(using: &random)!
        text = Array(whole.dropFirst(1).dropLast(2))
      default: break
      }
      texts.append(text)
    }
    try await self.init(
      texts.enumerated().map { index, text in
        let title = index % 5 == 0 ? UTF8Text(text.prefix(3).joined(separator: " ")) : nil
        let body = text.joined(separator: index % 7 == 0 ? ", " : " ")
        return Document(id: "\(index)", title: title, text: UTF8Text(body))
      })
  }

  /// Families with default options but for what a test changes.
  func families(
    _ options: DuplicateOptions = DuplicateOptions(), threads: Int = 1, order: [Int]? = nil
  ) async throws -> DuplicateFindings {
    try await DuplicateFinder(
      options: options, includeTitle: includeTitle, parallelism: Parallelism(threads: threads)
    ).families(in: documents, tokens: tokens, order: order)
  }

  /// The join over the corpus, as the finder builds it.
  func search(
    _ options: DuplicateOptions, order: [Int]? = nil, hashMask: UInt64 = .max
  ) async throws -> (contents: DistinctContents, search: NeighbourSearch) {
    let one = Parallelism(threads: 1)
    let fields = ComparedFields(tokens: tokens, includeTitle: includeTitle)
    let contents = try await DistinctContents(
      of: documents, fields: fields, order: order ?? Array(documents.indices), parallelism: one)
    return (
      contents,
      NeighbourSearch(
        sets: try await ShingleSets(
          contents: contents, fields: fields, options: options, parallelism: one, hashMask: hashMask),
        rule: PairRule(options), tokenCounts: contents.leaders.map { fields.positions(of: $0).count })
    )
  }

  /// Near copies by the identity of texts, as the finder looks for them.
  func noisyCopies(_ options: DuplicateOptions) async throws -> (leaders: [Int], copies: NoisyCopies) {
    let (contents, search) = try await search(options)
    let fields = ComparedFields(tokens: tokens, includeTitle: includeTitle)
    return (
      contents.leaders,
      NoisyCopies(
        search, ContentCharacters(fields: fields, leaders: contents.leaders),
        terms: FactTerms(tokens.vocabulary), ofCharacters: options.shingleCharacters != nil)
    )
  }

  /// A document's shingles of words, the plain way.
  func shingles(of document: Int, width: Int) -> Set<[UInt32]> {
    shingles(of: document, .at("0.8", words: width))
  }

  /// A document's shingles, the plain way.
  func shingles(of document: Int, _ options: DuplicateOptions) -> Set<[UInt32]> {
    let width = options.shingleCharacters ?? options.shingleWords
    var shingles: Set<[UInt32]> = []
    for field in DocumentField.allCases {
      var ids = Array(tokens.ids[tokens.positions(of: document, field)])
      if ids.isEmpty { continue }
      if options.shingleCharacters != nil { ids = normalisedText(ids) }
      if ids.count < width { shingles.insert(ids) }
      for start in 0..<max(0, ids.count - width + 1) {
        shingles.insert(Array(ids[start..<start + width]))
      }
    }
    return shingles
  }

  /// Tokens with spaces between them as code points; for tokens that do not overlap.
  func normalisedText(_ ids: [UInt32]) -> [UInt32] {
    ids.map(tokens.vocabulary.token).joined(separator: " ").unicodeScalars.map(\.value)
  }
}

extension DuplicateOptions {
  /// Options for tests, thresholds as typed. Only the very same characters make a near copy by identity, unless
  /// a test asks for it.
  static func at(
    _ jaccard: String, _ containment: String = "0.9", minimumTokens: Int = 30, words: Int = 5,
    characters: Int? = nil, identity: String = "1"
  ) -> DuplicateOptions {
    var options = DuplicateOptions()
    options.jaccard = DecimalFraction(jaccard)!
    options.containment = DecimalFraction(containment)!
    options.minimumContainedTokens = minimumTokens
    options.shingleWords = words
    options.shingleCharacters = characters
    options.identity = DecimalFraction(identity)!
    return options
  }
}

extension [DuplicateFamily] {
  /// The members of all families, one after the other.
  var allMembers: [DuplicateMember] { flatMap(\.members) }
}

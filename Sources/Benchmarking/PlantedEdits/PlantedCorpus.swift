import AnalysisModel
import Execution

/// A real corpus with planted copies, and what a search for duplicates must say about each.
///
/// Originals are documents that have nothing much in common with any other; each gets one copy, or one group
/// of siblings. The rest of the corpus stands between them untouched. Verdicts are computed from what an edit
/// did, by `PlainComparison`; where the definitions leave room for doubt another document is taken.
///
/// The title becomes the first line of the text: a planted corpus has ids and texts only. The same corpus and
/// options give the same bytes.
public struct PlantedCorpus: Sendable {
  /// What is planted.
  public struct Options: Sendable, Hashable {
    /// The seed of all choices.
    public var seed: UInt64
    /// Whether characters are wrong to 10 %, for a search that is told so; other edits that need clean words
    /// are left out.
    public var isNoisy = false
    /// At most so many documents of the corpus are used, drawn by the seed.
    public var maximumDocuments = 5_000
    /// At most so many originals for each edit. Fewer are drawn from small corpora: one of 25 documents.
    public var maximumOriginals = 100

    /// Options with the default sizes.
    public init(seed: UInt64 = 1) { self.seed = seed }
  }

  /// Originals, copies and other documents, mixed.
  public private(set) var documents: [Document] = []
  /// What is expected, edit by edit.
  public private(set) var cases: [PlantedCase] = []

  /// Documents of a corpus for each original of an edit.
  private static let documentsPerOriginal = 25
  /// Groups of siblings are many documents each.
  private static let originalsPerGroup = 4
  private static let originalTokens = 60...1_500
  /// Candidates an edit may refuse for each original it finds.
  private static let patience = 40

  private let options: Options
  private var used: Set<Int> = []
  private var made: [Document] = []

  /// Plants copies in a corpus.
  ///
  /// - Throws: `RefrainError` where no document is long enough, or an id looks like that of a copy;
  ///   `CancellationError`.
  /// - Complexity: O(tokens), and for each copy up to the square of its length.
  public init(in corpus: [Document], options: Options, parallelism: Parallelism) async throws {
    self.options = options
    let candidates = try await PlantedCandidate.unlike(
      in: corpus, limit: options.maximumDocuments, seed: options.seed,
      tokenizer: PlainTokenizer(parallelism: parallelism))
    let maker = CopyMaker(facts: CorpusFacts(of: candidates.map(\.text)), isNoisy: options.isNoisy)
    var random = RandomStream(seed: options.seed, purpose: 6)
    let order = random.shuffled(Array(candidates.indices))
    let edits = PlantedEdit.planted(noisy: options.isNoisy)
    for edit in PlantedEdit.choosingOrder where edits.contains(edit) {
      try await plant(edit, candidates, order, maker)
    }
    if cases.isEmpty {
      throw RefrainError(
        "no document suits any edit", remedy: "a corpus of some hundred documents of 60 words and more")
    }
    // A host stands in the corpus with the quotation only; its index is used, but no original's.
    let originals = Set(cases.map(\.original))
    let untouched = candidates.indices.filter {
      !used.contains($0) || originals.contains(candidates[$0].id)
    }
    let all = untouched.map { Self.document(candidates[$0].id, candidates[$0].text) } + made
    documents = random.shuffled(all)
    guard Set(documents.map(\.id)).count == documents.count else {
      throw RefrainError("an id of the corpus looks like that of a planted copy", remedy: "other ids")
    }
  }

  private static func document(_ id: String, _ text: String) -> Document {
    Document(id: id, text: UTF8Text(text))
  }

  private mutating func plant(
    _ edit: PlantedEdit, _ candidates: [PlantedCandidate], _ order: [Int], _ maker: CopyMaker
  ) async throws {
    let share = max(1, candidates.count / Self.documentsPerOriginal)
    let wanted = min(options.maximumOriginals, share)
    let quota = edit.makesSiblings ? max(1, wanted / Self.originalsPerGroup) : wanted
    var patience = quota * Self.patience
    var found = 0
    for index in order where found < quota && patience > 0 {
      guard !used.contains(index), Self.originalTokens.contains(candidates[index].tokenCount)
      else { continue }
      try Task.checkCancellation()
      patience -= 1
      let host = edit == .quotation ? order.last { $0 != index && !used.contains($0) } : nil
      var random = RandomStream(
        seed: options.seed, purpose: 7 + UInt64(PlantedEdit.choosingOrder.firstIndex(of: edit) ?? 0),
        index: index)
      guard
        let copies = try await maker.copies(
          of: candidates[index], by: edit, host: host.map { candidates[$0] }, &random)
      else { continue }
      used.insert(index)
      if let host { used.insert(host) }
      add(copies, of: candidates[index], edit, host: host.map { candidates[$0] })
      found += 1
    }
  }

  private mutating func add(
    _ copies: [MadeCopy], of original: PlantedCandidate, _ edit: PlantedEdit, host: PlantedCandidate?
  ) {
    for (number, copy) in copies.enumerated() {
      var id = "\(host?.id ?? original.id)+\(edit.rawValue)"
      if copies.count > 1 { id += "-\(number + 1)" }
      made.append(Self.document(id, copy.text))
      var expected = PlantedCase(id: id, original: original.id, edit: edit, verdict: copy.verdict)
      if copy.verdict == .contained { expected.contained = copy.containsOriginal ? original.id : id }
      expected.factsDiffer = copy.factsDiffer
      expected.accepted = copy.accepted
      cases.append(expected)
    }
  }
}

// MARK: JSON lines

extension PlantedCorpus: GeneratedCorpus {
  /// Hands over the documents as JSON lines, `{"id":…,"text":…}`.
  public func jsonLines(parallelism: Parallelism, sink: ([UInt8]) throws -> Void) async throws {
    for document in documents {
      var bytes: [UInt8] = []
      DocumentLine.append(document, to: &bytes)
      try sink(bytes)
    }
  }

  /// What is expected, as JSON lines; `PlantedCase` describes them.
  public var goldLines: [UInt8] {
    var bytes: [UInt8] = []
    for expected in cases { expected.appendJSONLine(to: &bytes) }
    return bytes
  }
}

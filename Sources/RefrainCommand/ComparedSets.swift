import Foundation
import Refrain

/// What `pairs` and `matrix` compare: documents or vectors, within one set or with a second one.
struct ComparedSets {
  private enum Comparison {
    case within(DocumentComparison)
    case across(CrossComparison)
  }

  /// From so many on, pairs of identical documents are announced before they are written.
  private static let announcedPairCount = 10_000_000

  /// The ids of the first side.
  let ids: [String]
  /// What one of them is.
  let noun: String
  /// What compares them.
  let analysis: Analysis
  private let referenceIDs: [String]?
  private let comparison: Comparison

  /// Reads the documents or vectors and prepares to compare them.
  ///
  /// - Parameter sampleSize: how many a check against brute force is to draw; nil leaves it out.
  init(
    _ arguments: ComparisonArguments, reference: ReferenceArguments? = nil, verifying sampleSize: Int? = nil,
    _ run: Run
  ) async throws {
    if let file = arguments.vectors.file {
      noun = "vector"
      let vectors = try run.readVectors(file, ids: arguments.vectors.ids)
      ids = vectors.ids
      run.note(oddVectorsOf: vectors, path: file)
      if let other = reference?.againstVectors {
        let references = try run.readVectors(other, ids: reference?.againstIds)
        guard references.columnCount == vectors.columnCount else {
          throw RefrainError(
            "the vectors have \(references.columnCount) columns, those of \(file) \(vectors.columnCount)",
            path: other, remedy: "vectors of the same model on both sides")
        }
        run.note(oddVectorsOf: references, path: other)
        analysis = try run.analysis()
        referenceIDs = references.ids
        comparison = .across(analysis.comparison(of: vectors, against: references, verifying: sampleSize))
      } else {
        analysis = try run.analysis()
        referenceIDs = nil
        comparison = .within(analysis.comparison(of: vectors, verifying: sampleSize))
      }
      return
    }
    noun = "document"
    let corpus = try await run.read(arguments.paths)
    ids = corpus.documents.map(\.id)
    if ids.isEmpty { run.note("note: there is no document to compare") }
    if let path = reference?.against {
      let references = try await run.read([path])
      run.note(corpus.warnings + references.warnings)
      if references.documents.isEmpty { run.note("note: \(path): there is no document to compare with") }
      analysis = try run.analysis()
      referenceIDs = references.documents.map(\.id)
      comparison = .across(
        try await analysis.comparison(of: corpus, against: references, verifying: sampleSize))
    } else {
      run.note(corpus.warnings)
      analysis = try run.analysis()
      referenceIDs = nil
      comparison = .within(try await analysis.comparison(of: corpus, verifying: sampleSize))
    }
  }

  /// The id of a first member of a pair.
  func idOfA(_ index: Int) -> String { ids[index] }

  /// The id of a second member of a pair.
  func idOfB(_ index: Int) -> String { referenceIDs?[index] ?? ids[index] }

  /// Hands over the pairs, in output order.
  func pairs(collapsingIdentical: Bool, sink: ([SimilarPair]) throws -> Void) async throws {
    switch comparison {
    case .within(let comparison):
      try await comparison.pairs(collapsingIdentical: collapsingIdentical, sink: sink)
    case .across(let comparison): try await comparison.pairs(sink: sink)
    }
  }

  /// What checks the pairs against brute force, where that was asked for.
  func verifier(collapsingIdentical: Bool) -> Verifier? {
    switch comparison {
    case .within(let comparison): comparison.verifier(collapsingIdentical: collapsingIdentical)
    case .across(let comparison): comparison.verifier()
    }
  }

  /// The comparison within one set.
  var matrix: DocumentComparison? {
    if case .within(let comparison) = comparison { comparison } else { nil }
  }

  /// Says that very many pairs of equal documents are coming, if so.
  func announceIdenticalPairs(_ run: Run) {
    guard case .within(let comparison) = comparison else { return }
    let count = comparison.identicalPairCount
    guard count > Self.announcedPairCount else { return }
    run.note(
      "note: \(count) pairs of identical \(noun)s are coming; --collapse-identical FILE writes them as groups"
    )
  }

  /// Writes the groups of equal documents, one a line.
  func writeIdenticalGroups(to file: OutputFile) throws {
    guard case .within(let comparison) = comparison else { return }
    for group in comparison.identicalGroups {
      try file.write(try IdenticalGroupLine(identical: group.map(idOfA)).bytes)
    }
    try file.flush()
  }
}

/// A line of the file that --collapse-identical writes: `{"identical":["a","b"]}`.
private struct IdenticalGroupLine: Encodable {
  var identical: [String]

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .withoutEscapingSlashes
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}

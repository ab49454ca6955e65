import AnalysisModel
import Execution
import TextFeatures

/// Turns runs of tokens into passages: order, edges, places, kinds and shares.
struct PassageAssembly: Sendable {
  let documents: [Document]
  let tokens: TokenizedCorpus
  let parallelism: Parallelism
  /// Passages a piece of the plan; places of one piece are resolved together.
  static let passagesPerPiece = 1024

  /// The findings, passages ordered by first place, the longer first on ties.
  func findings(from unordered: [TokenPassage]) async throws -> PassageFindings {
    let ordered = unordered.sorted { a, b in
      if a.positions[0] != b.positions[0] { return a.positions[0] < b.positions[0] }
      if a.length != b.length { return a.length > b.length }
      return a.positions.lexicographicallyPrecedes(b.positions)
    }
    let documentTokens = (0..<tokens.documentCount).map { tokens.positions(of: $0).count }
    let rule = PassageKindRule(documentTokens: documentTokens)
    let size = Self.passagesPerPiece
    let pieces = try await parallelism.map(count: (ordered.count + size - 1) / size) { piece in
      let range = piece * size..<min((piece + 1) * size, ordered.count)
      return passages(ordered[range], firstNumber: range.lowerBound + 1, rule: rule)
    }
    return PassageFindings(
      passages: pieces.flatMap { $0 }, repeatedTokens: repeatedTokens(of: ordered),
      documentTokens: documentTokens)
  }

  private func passages(
    _ found: ArraySlice<TokenPassage>, firstNumber: Int, rule: PassageKindRule
  ) -> [Passage] {
    let edges = PassageEdges(documents: documents, tokens: tokens)
    var resolver = PlaceResolution()
    var passages: [Passage] = []
    for (offset, passage) in found.enumerated() {
      let locations = passage.positions.map(tokens.location)
      let ranges = edges.ranges(of: passage, locations: locations)
      for (location, range) in zip(locations, ranges) {
        resolver.add(location, range, passage: offset)
      }
      passages.append(
        Passage(
          number: firstNumber + offset, tokenCount: passage.length,
          kind: rule.kind(
            length: passage.length, isLine: passage.isLine, documents: locations.map(\.document)),
          isLine: passage.isLine,
          text: documents[locations[0].document].text(of: locations[0].field)[ranges[0]].string,
          places: []))
    }
    for (passage, place) in resolver.places(in: documents) { passages[passage].places.append(place) }
    return passages
  }

  /// For every document, how many tokens lie in at least one place. O(places · log places) time.
  private func repeatedTokens(of passages: [TokenPassage]) -> [Int] {
    var places = passages.flatMap { passage in passage.positions.map { $0..<$0 + passage.length } }
    places.sort { $0.lowerBound < $1.lowerBound }
    var counts = [Int](repeating: 0, count: tokens.documentCount)
    var document = 0
    var covered = 0
    for place in places {
      while place.lowerBound >= tokens.documentOffsets[document + 1] { document += 1 }
      let start = max(place.lowerBound, covered)
      if place.upperBound > start {
        counts[document] += place.upperBound - start
        covered = place.upperBound
      }
    }
    return counts
  }
}

/// Places to be resolved together, so that every text is read once.
private struct PlaceResolution {
  private var requests: [(location: FieldLocation, range: Range<Int>, passage: Int)] = []

  mutating func add(_ location: FieldLocation, _ range: Range<Int>, passage: Int) {
    requests.append((location, range, passage))
  }

  /// All places, ordered by document, title first, start, passage.
  mutating func places(in documents: [Document]) -> [(passage: Int, place: Place)] {
    requests.sort { a, b in
      if a.location.document != b.location.document { return a.location.document < b.location.document }
      if a.location.field != b.location.field { return a.location.field == .title }
      return (a.range.lowerBound, a.passage) < (b.range.lowerBound, b.passage)
    }
    var result: [(passage: Int, place: Place)] = []
    result.reserveCapacity(requests.count)
    var resolver: PlaceResolver?
    var current: FieldLocation?
    for request in requests {
      if request.location != current {
        current = request.location
        resolver = PlaceResolver(
          document: request.location.document, field: request.location.field,
          text: documents[request.location.document].text(of: request.location.field))
      }
      if let place = resolver?.place(of: request.range) { result.append((request.passage, place)) }
    }
    return result
  }
}

import AnalysisModel

@testable import DuplicateDocuments

/// How any two documents of a corpus relate, by set operations and a full table of edit distances.
struct PlainRelations {
  let corpus: TestCorpus
  let options: DuplicateOptions
  /// Every document's shingles.
  let sets: [Set<[UInt32]>]
  /// Of these, the ones that few contents hold.
  let rare: [Set<[UInt32]>]

  /// - Parameter leaders: a document for every distinct content.
  init(_ corpus: TestCorpus, leaders: [Int], _ options: DuplicateOptions) {
    self.corpus = corpus
    self.options = options
    let sets = corpus.documents.indices.map { corpus.shingles(of: $0, options) }
    var holders: [[UInt32]: Int] = [:]
    for leader in leaders { for shingle in sets[leader] { holders[shingle, default: 0] += 1 } }
    let most = RareShingles.mostHolders(ofCharacters: options.shingleCharacters != nil)
    rare = sets.map { $0.filter { holders[$0, default: 0] <= most } }
    self.sets = sets
  }

  func overlap(_ a: Int, _ b: Int) -> Int { sets[a].intersection(sets[b]).count }

  func isNearCopyByShingles(_ a: Int, _ b: Int) -> Bool {
    overlap(a, b) > 0 && options.jaccard.isMet(by: overlap(a, b), of: sets[a].union(sets[b]).count)
  }

  /// Whether `a` stands in `b`.
  func isContained(_ a: Int, in b: Int) -> Bool {
    overlap(a, b) > 0 && corpus.tokens.positions(of: a).count >= options.minimumContainedTokens
      && options.containment.isMet(by: overlap(a, b), of: sets[a].count)
  }

  /// The identity of a noisy copy, nil where the two are none.
  func identity(_ a: Int, _ b: Int) -> TextIdentity? {
    let shared = rare[a].intersection(rare[b]).count
    let least = RareShingles.leastShare.minimumCount(of: min(rare[a].count, rare[b].count))
    guard shared >= max(1, least), !isNearCopyByShingles(a, b) else { return nil }
    let isContained = isContained(a, in: b) || isContained(b, in: a)
    let texts = [a, b].map {
      corpus.normalisedText(Array(corpus.tokens.ids[corpus.tokens.positions(of: $0)]))
    }
    let identity = TextIdentity(
      distance: Self.editDistance(texts[0], texts[1]), length: texts.map(\.count).max() ?? 0)
    var edits = identity.length - options.identity.minimumCount(of: identity.length)
    let numbers = [a, b].map { document in
      corpus.tokens.ids[corpus.tokens.positions(of: document)].filter {
        corpus.tokens.vocabulary.token($0).contains(where: \.isNumber)
      }
    }
    let common = Set(numbers[0]).reduce(0) { sum, number in
      sum + min(numbers[0].count { $0 == number }, numbers[1].count { $0 == number })
    }
    let fewer = min(numbers[0].count, numbers[1].count)
    if fewer >= 3 {
      if Double(common) < Double(fewer) / 4 { return nil }
      if !isContained && Double(common) >= Double(fewer) * 0.8 {
        edits = max(edits, min(2 * edits, identity.length / 2))
      }
    }
    return identity.distance <= edits ? identity : nil
  }

  static func editDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (x == y ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }
}

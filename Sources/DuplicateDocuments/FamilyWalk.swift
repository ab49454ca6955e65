import Execution

/// Chooses representatives and their members, without chaining.
///
/// A removal edge leads from a content to one that may replace it: to a near copy, or to a content that
/// contains it. Contents are walked in order; each unclaimed one becomes a *centre* and claims all unclaimed
/// contents with an edge to it. One exception makes containment come out right whatever the order: a content
/// that an unclaimed content contains one-sidedly (it is contained there, but neither a near copy nor the
/// other way round) waits until no unclaimed content does. If the container becomes a centre, it claims the
/// waiting one; if it is claimed itself, the waiting one takes its turn again at once, earliest first.
///
/// So every member has an edge to its own centre, and no centre has an edge to another one: to an earlier
/// centre it would have been claimed; to a later one it would have waited, or claimed it as a near copy. The
/// wait always ends, because one-sided containment leads to a larger set. (In the language of graphs the
/// centres are a kernel: P. Duchet, Graphes noyau-parfaits, 1980.)
struct FamilyWalk {
  private let search: NeighbourSearch
  private let parallelism: Parallelism
  private var isClaimed: [Bool]
  private var isCentre: [Bool]
  /// Who waits for a content to be claimed or to become a centre.
  private var waiting: [Int: [Int]] = [:]
  private var awakened = MinimumHeap()
  private var families: [Family] = []
  private var counter: SharedCounter

  /// A centre and what it claimed, in walk order.
  struct Family: Sendable, Hashable {
    var centre: Int
    var members: [Neighbour]
  }

  /// Contents are looked up in rounds ahead of their turn, in parallel. The rounds depend on nothing but the
  /// number of contents; pieces grow with it because each needs a counter for all contents.
  private let piece: Int
  private static let piecesPerRound = 16
  /// A content with more candidates than this is looked up when its turn comes, when it may have been claimed
  /// itself: this keeps 50,000 fillings of one template from being compared with each other.
  private static let patience = NeighbourSearch.Patience(postings: 1 << 16, candidates: 256, alignments: 16)

  private init(_ search: NeighbourSearch, _ parallelism: Parallelism) {
    self.search = search
    self.parallelism = parallelism
    isClaimed = Array(repeating: false, count: search.sets.count)
    isCentre = isClaimed
    piece = max(256, search.sets.count / 512)
    counter = SharedCounter(count: search.sets.count)
  }

  /// The families with at least one claimed content, in the order in which their centres were settled.
  ///
  /// The result does not depend on the number of threads.
  static func families(
    _ search: NeighbourSearch, parallelism: Parallelism, progress: (Int) -> Void
  ) async throws -> [Family] {
    var walk = FamilyWalk(search, parallelism)
    let rounds = EvenPlan(count: search.sets.count, piece: walk.piece * piecesPerRound)
    for round in 0..<rounds.pieces {
      try await walk.walk(rounds.range(round))
      progress(rounds.range(round).upperBound)
    }
    return walk.families
  }

  private mutating func walk(_ contents: Range<Int>) async throws {
    let plan = EvenPlan(count: contents.count, piece: piece)
    let search = search
    let isClaimed = isClaimed
    let start = contents.lowerBound
    let lookedUp = try await parallelism.map(count: plan.pieces) { piece in
      var counter = SharedCounter(count: isClaimed.count)
      return plan.range(piece).map { offset -> [Neighbour]? in
        if isClaimed[start + offset] { return [] }
        return search.neighbours(of: start + offset, counter: &counter, patience: Self.patience) {
          isClaimed[$0]
        }
      }
    }
    for (content, neighbours) in zip(contents, lookedUp.joined()) {
      try await settle(content, lookedUp: neighbours)
      while let earliest = awakened.popMinimum() {
        try await settle(earliest, lookedUp: nil)
      }
    }
  }

  private mutating func settle(_ content: Int, lookedUp: [Neighbour]?) async throws {
    if isClaimed[content] || isCentre[content] { return }
    try Task.checkCancellation()
    let neighbours = (lookedUp ?? lookUp(content)).filter {
      !isClaimed[$0.content] && !isCentre[$0.content]
    }
    if let container = neighbours.first(where: { isOneSidedContainer($0, of: content) }) {
      waiting[container.content, default: []].append(content)
      return
    }
    isCentre[content] = true
    let members = neighbours.filter { mayBeReplaced($0, by: content) }
    for member in members { isClaimed[member.content] = true }
    if !members.isEmpty { families.append(Family(centre: content, members: members)) }
    wake(content)
    for member in members { wake(member.content) }
  }

  private mutating func lookUp(_ content: Int) -> [Neighbour] {
    let isClaimed = isClaimed
    return search.neighbours(of: content, counter: &counter) { isClaimed[$0] } ?? []
  }

  private mutating func wake(_ settled: Int) {
    guard let waiters = waiting.removeValue(forKey: settled) else { return }
    for waiter in waiters where !isClaimed[waiter] { awakened.insert(waiter) }
  }

  private func mayBeReplaced(_ neighbour: Neighbour, by centre: Int) -> Bool {
    isNearCopy(neighbour, centre) || isContained(neighbour.content, neighbour.overlap)
  }

  private func isOneSidedContainer(_ neighbour: Neighbour, of content: Int) -> Bool {
    isContained(content, neighbour.overlap) && !mayBeReplaced(neighbour, by: content)
  }

  private func isNearCopy(_ neighbour: Neighbour, _ content: Int) -> Bool {
    search.isNearCopy(neighbour, of: content)
  }

  private func isContained(_ content: Int, _ overlap: Int) -> Bool {
    search.rule.isContained(
      size: search.sets.sizes[content], tokens: search.tokenCounts[content], overlap: overlap)
  }
}

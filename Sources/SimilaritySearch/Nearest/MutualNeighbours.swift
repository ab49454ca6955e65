import Execution
import Matrices

/// Gathers, for every row of one matrix, the other rows that may be among its k nearest, looking at each pair
/// once.
///
/// Rows are taken in waves: those of a wave are swept over all earlier ones and over each other. What is
/// found for a row serves the other one too, and raises the bound under which later rows need not look at it.
/// Waves depend on the rows only, and within a wave the bounds stand still: the work is the same on any number of
/// threads.
struct MutualNeighbours: Sendable {
  /// Query rows to a piece.
  static let pieceHeight = 8

  private let rows: SparseRows
  private let split: HeadTailSplit
  private let sweep: BoundedSweep
  private let blocks: [TailBlock]

  /// Prepares to take the waves of `sweep` over all blocks of its rows.
  init(rows: SparseRows, split: HeadTailSplit, sweep: BoundedSweep, blocks: [TailBlock]) {
    self.rows = rows
    self.split = split
    self.sweep = sweep
    self.blocks = blocks
  }

  /// Rows to a wave: the pairs within one are looked at twice, and each ends with waiting for the last piece.
  private var waveHeight: Int { max(128, rows.rowCount / 128) }
  /// What a wave finds for earlier rows should not be much more than this: where many rows are alike, waves are
  /// lower.
  private static let reversesPerWave = 1 << 22

  private struct Piece: Sendable {
    var lists: [CandidateList] = []
    var reverses: [BoundedSweep.Reverse] = []
  }

  /// The candidates of every row.
  ///
  /// - Parameter report: receives how many rows have been taken.
  /// - Complexity: memory is O(rows · k), the rows' index and what one wave finds.
  func candidates(_ parallelism: Parallelism, report: (Int) -> Void) async throws -> [CandidateList] {
    var blocks = blocks
    for number in blocks.indices { blocks[number].close() }
    var lists: [CandidateList] = []
    lists.reserveCapacity(rows.rowCount)
    var bounds = Array(repeating: Float.infinity, count: rows.rowCount)
    let scratches = ScratchPool { BoundedSweep.Scratch() }
    var start = 0
    var height = waveHeight
    while start < rows.rowCount {
      let wave = start..<min(start + height, rows.rowCount)
      for number in blocks.indices { blocks[number].admit(wave, of: rows, split: split) }
      let pieces = try await search(wave, blocks, bounds, scratches, parallelism)
      for piece in pieces { lists += piece.lists }
      for piece in pieces {
        for reverse in piece.reverses {
          lists[Int(reverse.reference)].add(Int(reverse.query), reverse.score)
        }
      }
      try await settle(&lists, parallelism)
      for row in 0..<wave.upperBound { bounds[row] = lists[row].bound }
      start = wave.upperBound
      let found = pieces.reduce(0) { $0 + $1.reverses.count }
      height = min(
        waveHeight, 2 * height, max(Self.pieceHeight, height * Self.reversesPerWave / max(1, found)))
      report(start)
    }
    return lists
  }

  /// Parts the candidates of rows that have too many alike.
  private func settle(_ lists: inout [CandidateList], _ parallelism: Parallelism) async throws {
    let crowded = lists.indices.filter { lists[$0].isCrowded }
    guard !crowded.isEmpty else { return }
    let before = crowded.map { lists[$0] }
    let ranking = sweep.ranking
    let settled = try await parallelism.map(count: crowded.count) { number in
      var list = before[number]
      ranking.settle(&list, of: crowded[number], scale: Grains.perScore)
      return list
    }
    for (row, list) in zip(crowded, settled) { lists[row] = list }
  }

  private func search(
    _ wave: Range<Int>, _ blocks: [TailBlock], _ bounds: [Float],
    _ scratches: ScratchPool<BoundedSweep.Scratch>, _ parallelism: Parallelism
  ) async throws -> [Piece] {
    let plan = StripPlan(rowCount: wave.count, height: Self.pieceHeight)
    let sweep = sweep
    return try await parallelism.map(count: plan.count) { number in
      var piece = Piece()
      scratches.with { scratch in
        for offset in plan[number] {
          piece.lists.append(
            sweep.sweep(
              wave.lowerBound + offset, over: blocks, end: wave.upperBound, excludingSelf: true,
              bounds: bounds, scratch: &scratch, reverses: &piece.reverses))
        }
      }
      return piece
    }
  }
}

import Execution
import Matrices

/// Proposes pairs of rows that may reach a threshold t, from the rarer columns alone.
///
/// Rank columns by how many rows store them, the most frequent first, and let ‖x‖ᵣ be the norm of row x over the
/// ranks up to r. What two rows share within ranks up to r adds at most ‖x‖ᵣ · ‖y‖ᵣ (Cauchy and Schwarz). Hence
///
/// - at the rarest column r that a pair with a score of at least t shares, ‖x‖ᵣ · ‖y‖ᵣ ≥ t: only there need a row
///   be met for the first time (*meeting*);
/// - the columns with ‖x‖ᵣ · ‖y‖ᵣ < s · t together add less than s · t: the others must add (1 − s) · t
///   (*gathering*).
///
/// Postings lie in order of ‖y‖ᵣ, so that for a query row both kinds are runs at the beginning of a column's
/// postings, and nothing else is touched: neither other postings nor rows that were not met. Products of columns
/// near the middle of the norm, in which most multiply-adds lie, fall away on both sides at once.
///
/// Source: Bayardo, Ma and Srikant, "Scaling Up All Pairs Similarity Search" (2007), who leave out prefixes of one
/// of the two rows; norm bounds as in Anastasiu and Karypis, "L2AP: Fast Cosine Similarity Search with Prefix L-2
/// Norm Bounds" (2014). That postings lie in order of the norms, so that the bound takes both rows' norms, is ours.
struct PrunedSearch: Sendable {
  /// The share s of the threshold that columns may add unseen.
  ///
  /// A larger share leaves more postings out and lets more pairs through to be scored. Measured on newsgroups,
  /// newswire, articles and paragraphs of Wikipedia at t = .5 and .8: the time is least between .8 and .9.
  static let unseenShare = 0.85

  private let rows: DistinctRows
  private let ranking: ColumnRanking
  private let index: SuffixIndex
  private let threshold: Double
  private let counts: SuffixCounts
  private let margin: ErrorMargin
  private let scratch: ScratchPool<Scratch>

  /// The strips of query rows.
  let strips: StripPlan

  /// Prepares a search among unit rows.
  ///
  /// - Parameter counts: of the suffixes from `leastNorm(threshold:)` on.
  init(
    rows: DistinctRows, ranking: ColumnRanking, counts: SuffixCounts, threshold: Double, margin: ErrorMargin,
    parallelism: Parallelism
  ) async throws {
    self.rows = rows
    self.ranking = ranking
    self.threshold = threshold
    self.margin = margin
    self.counts = counts.withoutPieces()
    index = try await SuffixIndex(
      rows: rows, ranking: ranking, counts: counts, parallelism: parallelism)
    strips = StripPlan(rowCount: rows.count, height: min(1024, max(64, rows.count / 1024)))
    let count = rows.count
    scratch = ScratchPool { Scratch(rowCount: count) }
  }

  /// The norm from which on the columns of a row are indexed: a partner's norm is at most 1.
  static func leastNorm(threshold: Double) -> Double { unseenShare * threshold * (1 - 1e-6) }

  /// The least that a pair must gather.
  static func leastSum(threshold: Double, margin: ErrorMargin) -> Double {
    (1 - unseenShare) * threshold * (1 - 1e-6) - margin.value
  }

  /// Working memory of one piece: sums by row, all zero between rows, and the rows met.
  struct Scratch: Sendable {
    var suffix = RowSuffix()
    /// One sum for every row; behind them some cells that take what is not wanted, to spare a branch.
    var sums: [Float]
    var met: [UInt32]
    static let spareCells = 16

    init(rowCount: Int) {
      sums = Array(repeating: 0, count: rowCount + Self.spareCells)
      met = Array(repeating: 0, count: rowCount + 1)
    }
  }

  /// Proposes, for every query row of a strip, later rows that may meet the threshold, in any order.
  func proposals(ofStrip strip: Int) -> [[Int]] {
    scratch.with { scratch in strips[strip].map { proposals(ofRow: $0, &scratch) } }
  }

  private func proposals(ofRow row: Int, _ scratch: inout Scratch) -> [Int] {
    scratch.suffix.load(
      row, of: rows, ranking: ranking, from: counts.starts[row], leastNorm: counts.leastNorm)
    var found: [Int] = []
    let lowest = Float(Self.leastSum(threshold: threshold, margin: margin)).nextDown
    scratch.sums.withUnsafeMutableBufferPointer { sums in
      scratch.met.withUnsafeMutableBufferPointer { met in
        let count = gather(row, scratch.suffix, sums, met)
        for other in met[0..<count] {
          if sums[Int(other)] >= lowest { found.append(Int(other)) }
          sums[Int(other)] = 0
        }
      }
    }
    return found
  }

  /// A run of postings in one column of the query row, and the words under which they count.
  private struct Run {
    let words: Range<Int>
    /// Above 0, so that no product vanishes: a sum of 0 means not met.
    let weight: Float
    let meetingEnd: UInt64
    let gatheringEnd: UInt64
  }

  /// Gathers the sums of later rows; returns how many were met.
  private func gather(
    _ row: Int, _ suffix: RowSuffix, _ sums: UnsafeMutableBufferPointer<Float>,
    _ met: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    // Spare cells count as met.
    for cell in rows.count..<sums.count { sums[cell] = 1 }
    return index.withWords { words in
      withUnsafeTemporaryAllocation(
        of: Run.self, capacity: suffix.entries.count * SuffixIndex.runCount
      ) { runs in
        // The first look at a run mostly waits for memory. One loop that only looks waits for many at a time.
        let runCount = collect(row, suffix, words, into: runs)
        var metCount = 0
        for run in runs[0..<runCount] { gather(row, run, words, sums, met, &metCount) }
        return metCount
      }
    }
  }

  /// Collects the runs that hold anything for the query row, of its rarest column first.
  private func collect(
    _ row: Int, _ suffix: RowSuffix, _ words: UnsafeBufferPointer<UInt64>,
    into runs: UnsafeMutableBufferPointer<Run>
  ) -> Int {
    let meeting = Float(threshold * (1 - 1e-6) - margin.value)
    let gathering = Float(Self.unseenShare * threshold * (1 - 1e-6))
    var count = 0
    func add(_ range: Range<Int>, _ entry: RowSuffix.Entry, _ gatheringEnd: UInt64) {
      guard !range.isEmpty && words[range.lowerBound] < gatheringEnd else { return }
      runs[count] = Run(
        words: range, weight: max(entry.weight, 0x1p-40) / SuffixIndex.Posting.units,
        meetingEnd: SuffixIndex.Posting.end(ofNormsAtLeast: meeting / entry.norm),
        gatheringEnd: gatheringEnd)
      count += 1
    }
    index.offsets.withUnsafeBufferPointer { offsets in
      for entry in suffix.entries.reversed() {
        let start = offsets[Int(entry.column)]
        let end = offsets[Int(entry.column) + 1]
        guard start < end else { continue }
        let gatheringEnd = SuffixIndex.Posting.end(ofNormsAtLeast: gathering / entry.norm)
        if end - start < SuffixIndex.longColumn + SuffixIndex.runCount {
          add(start..<end, entry, gatheringEnd)
        } else {
          for run in row / index.rowsPerRun..<SuffixIndex.runCount {
            let isLast = run + 1 == SuffixIndex.runCount
            let runEnd = isLast ? end : start + Int(words[start + run + 1])
            add(start + Int(words[start + run])..<runEnd, entry, gatheringEnd)
          }
        }
      }
    }
    return count
  }

  @inline(__always)
  private func gather(
    _ row: Int, _ run: Run, _ words: UnsafeBufferPointer<UInt64>,
    _ sums: UnsafeMutableBufferPointer<Float>, _ met: UnsafeMutableBufferPointer<UInt32>,
    _ metCount: inout Int
  ) {
    let spare = rows.count
    var count = metCount
    var next = run.words.lowerBound
    while next < run.words.upperBound {
      let posting = SuffixIndex.Posting(bits: words[next])
      guard posting.bits < run.meetingEnd else { break }
      let other = posting.row
      let cell = other > row ? other : spare + (other & (Scratch.spareCells - 1))
      let sum = sums[cell]
      met[count] = UInt32(truncatingIfNeeded: cell)
      count &+= sum == 0 ? 1 : 0
      sums[cell] = sum + run.weight * posting.weight
      next &+= 1
    }
    while next < run.words.upperBound {
      let posting = SuffixIndex.Posting(bits: words[next])
      guard posting.bits < run.gatheringEnd else { break }
      let sum = sums[posting.row]
      sums[posting.row] = sum == 0 ? 0 : sum + run.weight * posting.weight
      next &+= 1
    }
    metCount = count
  }
}

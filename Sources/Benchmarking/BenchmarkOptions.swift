import AnalysisModel

/// What a benchmark times.
public struct BenchmarkOptions: Sendable, Hashable {
  /// The stages; others still run where a chosen one needs their result.
  public var stages = BenchmarkStage.allCases
  /// The cosines of `pairs`, each timed by itself.
  public var thresholds = [0.5, 0.8]
  /// The numbers of neighbours of `nearest`, each timed by itself.
  public var neighbourCounts = [10]
  /// How often each stage is timed, after one run to warm up.
  public var runs = 5
  /// The sizes of the samples in multiples of the smallest; the largest is the whole corpus. Empty times the
  /// whole corpus only.
  public var sizes = [1, 2, 4, 8]
  /// Whether a corpus too small for the samples is an error; otherwise they are left out, with a note.
  public var insistsOnSizes = false
  /// The most documents of a text corpus whose full matrix is timed: its cost grows with their square.
  public var matrixLimit = 5_000
  /// The seed of the samples.
  public var seed: UInt64 = 1

  /// The defaults of the command.
  public init() {}

  /// Fewer documents than this make no sample whose time says anything.
  public static let smallestSample = 50

  /// The options, in order and checked.
  ///
  /// - Throws: `RefrainError` for the first value out of its range.
  public func validated() throws -> BenchmarkOptions {
    var options = self
    options.stages = BenchmarkStage.allCases.filter(stages.contains)
    if options.stages.isEmpty {
      throw RefrainError(
        "no stage is left to be timed",
        remedy: "some of \(BenchmarkStage.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let bad = thresholds.first(where: { !($0 > 0 && $0 <= 1) }) {
      throw RefrainError("the cosine \(bad) is out of its range", remedy: "above 0, up to 1")
    }
    if let bad = neighbourCounts.first(where: { $0 < 1 }) {
      throw RefrainError("\(bad) neighbours cannot be sought", remedy: "1 or more")
    }
    if runs < 1 { throw RefrainError("a stage cannot be timed \(runs) times", remedy: "1 run or more") }
    if let bad = sizes.first(where: { $0 < 1 }) {
      throw RefrainError("the size \(bad) is no multiple of the smallest", remedy: "sizes such as 1,2,4,8")
    }
    options.sizes = Set(sizes).sorted()
    if options.sizes.count == 1 {
      throw RefrainError("one size shows no growth", remedy: "two sizes or more, or --no-scaling")
    }
    return options
  }
}

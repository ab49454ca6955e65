import AnalysisModel
import Execution

extension NeighbourSearch {
  /// The join over a corpus, as the options ask for it.
  init(
    contents: DistinctContents, fields: ComparedFields, options: DuplicateOptions, parallelism: Parallelism,
    hashMask: UInt64 = .max, isFindable: (Int) -> Bool = { _ in true }
  ) async throws {
    let scanner =
      if let width = options.shingleCharacters {
        try await ShingleScanner(
          characters: ContentCharacters(fields: fields, leaders: contents.leaders), width: width,
          hashMask: hashMask, parallelism: parallelism)
      } else {
        ShingleScanner(contents: contents, fields: fields, width: options.shingleWords, hashMask: hashMask)
      }
    self.init(
      sets: try await ShingleSets(scanner, parallelism: parallelism), rule: PairRule(options),
      tokenCounts: contents.leaders.map { fields.positions(of: $0).count }, isFindable: isFindable)
  }
}

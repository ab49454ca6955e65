import AnalysisModel
import Execution

extension ShingleSets {
  /// The sets of a corpus, of the units that the options ask for.
  ///
  /// - Parameter hashMask: cuts hashes to a few bits, so that tests meet collisions.
  init(
    contents: DistinctContents, fields: ComparedFields, options: DuplicateOptions, parallelism: Parallelism,
    hashMask: UInt64 = .max
  ) async throws {
    let scanner =
      if let width = options.shingleCharacters {
        try await ShingleScanner(
          characters: ContentCharacters(fields: fields, leaders: contents.leaders), width: width,
          hashMask: hashMask, parallelism: parallelism)
      } else {
        ShingleScanner(contents: contents, fields: fields, width: options.shingleWords, hashMask: hashMask)
      }
    try await self.init(scanner, parallelism: parallelism)
  }
}

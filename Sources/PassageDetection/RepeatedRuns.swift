import AnalysisModel
import Execution
import TextFeatures

/// Finds the repeated runs of a corpus: windows, regions, suffix array, maximal runs, choice, completion.
struct RepeatedRuns {
  let minimumLength: Int
  let parallelism: Parallelism

  func find(in tokens: TokenizedCorpus) async throws -> [TokenPassage] {
    let fields = CorpusFields(of: tokens, minimumTokens: minimumLength)
    let windows = try await RepeatedWindows(width: minimumLength, parallelism: parallelism)
      .starts(in: fields, ids: tokens.ids)
    let region = try RegionText(windows: windows, width: minimumLength, fields: fields, tokens: tokens)
    if region.regions.isEmpty { return [] }

    try Task.checkCancellation()
    let array = SuffixArray(of: region.symbols, alphabetSize: region.alphabetSize)
    let commonPrefixes = array.commonPrefixLengths(in: region.symbols)
    let candidates = RunCandidates(region: region, minimumLength: minimumLength)
      .all(suffixes: array.suffixes, commonPrefixes: commonPrefixes) { first, second, length in
        region.isClear(first, second, length: length, tokens: tokens)
      }
    let selection = RunSelection(
      region: region, tokens: tokens, suffixes: array.suffixes, minimumLength: minimumLength)
    var runs = try selection.reported(from: candidates)
    runs += try RunCompletion(
      region: region, tokens: tokens, suffixes: array.suffixes, commonPrefixes: commonPrefixes,
      minimumLength: minimumLength
    ).missing(from: runs, selection: selection)

    return runs.map { run in
      var positions: [Int] = []
      for start in run.starts { region.appendPositions(of: start, to: &positions) }
      return TokenPassage(length: run.length, positions: positions.sorted())
    }
  }
}

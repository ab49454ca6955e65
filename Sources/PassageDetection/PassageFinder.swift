import AnalysisModel
import Execution
import TextFeatures

/// Finds every passage that stands more than once in a corpus, inside one document and across all.
///
/// **What is found.** A *run* is a sequence of tokens within one field (title or text) of one document.
/// Tokens are equal where their ids are, so case and the like are folded. With m = `minimumTokens`:
///
/// - *Guarantee.* Every token inside a run of at least m tokens that stands at two places which do not
///   overlap lies in a reported place. Hashes only narrow the search; every reported run is equal token by
///   token.
/// - *Lines.* A whole line of at least `minimumLineTokens` tokens that stands twice word for word as a whole
///   line is reported even if shorter than m. A title is a line.
///
/// **What is reported.** Runs that can be extended neither to the left nor to the right at all their
/// occurrences alike, each as one passage with all its places: N documents that share a passage are one
/// passage with N places.
///
/// - Places of one passage never overlap, in tokens or bytes; they are chosen from left to right in a field.
/// - A run all of whose places lie inside places of one longer reported passage is left out, touching places
///   of that passage counting as one stretch. So a run nests only where it adds places.
/// - Above sixteen places it is also left out where one longer reported passage holds two thirds of them, or
///   where it has not half as many occurrences again as a longer such run with the same beginning. This keeps
///   the places of templates and of noisy copies near-linear in number.
/// - Where all occurrences of a run overlap (`abcabcab`), it is shortened until two do not.
/// - If tokens due by the guarantee are then still left out, a run around them is added: the longest where it
///   has at most a hundred places, else what all occurrences of m of these tokens have in common. In text that
///   repeats itself, the tail of a period is reported in this way.
/// - Every passage has all its places: any other occurrence of it overlaps one of them. Two passages have the
///   same text only where its occurrences overlap and no one choice of places holds all due tokens.
///
/// **Edges** take in the characters around a run, up to white space, the next token or the end of the field,
/// that are the same at all places: a closing full stop, opening quotation marks, markup.
///
/// **Order** is by first place (document, title before text, start), the longer first on ties.
///
/// **How.** Windows of m tokens whose hash occurs twice are found in parallel and merged into regions,
/// usually a few per cent of a corpus; over these a suffix array with common prefixes lists the maximal runs.
/// Equal fields are searched once. With n tokens in regions, O(tokens + n log n) time plus the places found.
public struct PassageFinder: Sendable {
  private let options: PassageOptions
  private let parallelism: Parallelism

  /// A finder for the given options.
  ///
  /// - Precondition: both minima are at least 1.
  public init(options: PassageOptions, parallelism: Parallelism) {
    precondition(options.minimumTokens >= 1, "minimum of \(options.minimumTokens) tokens")
    precondition(options.minimumLineTokens >= 1, "minimum of \(options.minimumLineTokens) tokens a line")
    self.options = options
    self.parallelism = parallelism
  }

  /// Finds the repeated passages; the same on any number of threads.
  ///
  /// - Parameters:
  ///   - documents: the corpus.
  ///   - tokens: the tokens of these documents.
  ///   - progress: told of the steps; units are steps.
  /// - Returns: passages numbered from 1. Documents without tokens have counts of 0.
  /// - Throws: `CancellationError`; `RefrainError` where the repeated part holds 2³¹ tokens or more.
  public func passages(
    in documents: [Document], tokens: TokenizedCorpus, progress: ProgressHandler? = nil
  ) async throws -> PassageFindings {
    precondition(
      documents.count == tokens.documentCount,
      "\(documents.count) documents, but tokens of \(tokens.documentCount)")
    let steps = 3
    progress?(AnalysisProgress(stage: "finding repeated passages", completed: 0, total: steps))
    let runs = try await RepeatedRuns(minimumLength: options.minimumTokens, parallelism: parallelism)
      .find(in: tokens)
    progress?(AnalysisProgress(stage: "finding repeated lines", completed: 1, total: steps))
    let shortest = min(options.minimumLineTokens, options.minimumTokens)
    let lines = try await RepeatedLines(
      lengths: shortest..<options.minimumTokens, parallelism: parallelism
    ).find(in: documents, tokens: tokens, besides: runs)
    progress?(AnalysisProgress(stage: "placing repeated passages", completed: 2, total: steps))
    let findings = try await PassageAssembly(
      documents: documents, tokens: tokens, parallelism: parallelism
    ).findings(from: runs + lines)
    progress?(AnalysisProgress(stage: "placing repeated passages", completed: steps, total: steps))
    return findings
  }
}

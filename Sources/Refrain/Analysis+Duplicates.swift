import AnalysisModel
import DuplicateDocuments
import PassageDetection

extension Analysis {
  /// The whole reasoning for two documents of an analysed corpus.
  ///
  /// - Parameters:
  ///   - a: the id of one document.
  ///   - b: the id of another.
  ///   - report: an analysis of the corpus with its duplicates, by the same configuration.
  /// - Returns: measures, rules, differing words, shared passages (of at least `passages.minimumTokens`
  ///   tokens) and the standing of both.
  /// - Throws: `RefrainError` where an id is unknown, naming the nearest ones, or both are the same;
  ///   `CancellationError`.
  public func explanation(
    of a: String, and b: String, in report: AnalysisReport
  ) async throws -> DuplicateExplanation {
    let ids = DocumentLookup(report.corpus.documents)
    let indices = [try ids.index(of: a), try ids.index(of: b)]
    if a == b {
      throw RefrainError("‘\(a)’ is to be explained beside itself", remedy: "the ids of two documents")
    }
    let documents = indices.map { report.corpus.documents[$0] }
    let tokens = try await tokenize(documents)
    let subjects = zip(documents, indices).map { document, index in
      DuplicateExplainer.Subject(
        document, index: index, standing: report.duplicates?.standing(of: index) ?? DuplicateStanding())
    }
    var explanation = try await DuplicateExplainer(
      options: configuration.duplicates, includeTitle: configuration.features.includeTitle,
      parallelism: parallelism
    ).explanation(of: subjects[0], and: subjects[1], tokens: tokens)
    let found = try await PassageFinder(options: configuration.passages, parallelism: parallelism)
      .passages(in: documents, tokens: tokens)
    explanation.passages = shared(found.passages, among: indices)
    return explanation
  }

  /// Passages with places in both documents, numbered anew and placed in the corpus.
  private func shared(_ passages: [Passage], among indices: [Int]) -> [Passage] {
    let both = passages.filter { Set($0.places.map(\.document)).count == 2 }
    return both.enumerated().map { position, passage in
      var passage = passage
      passage.number = position + 1
      for place in passage.places.indices {
        passage.places[place].document = indices[passage.places[place].document]
      }
      return passage
    }
  }

  /// Families and removals as a function of the thresholds.
  ///
  /// - Throws: `CancellationError`.
  public func exploration(of corpus: Corpus) async throws -> DuplicateExploration {
    let tokens = try await tokenize(corpus.documents)
    return try await DuplicateExplorer(
      options: configuration.duplicates, includeTitle: configuration.features.includeTitle,
      parallelism: parallelism
    ).exploration(in: corpus.documents, tokens: tokens, progress: progress)
  }
}

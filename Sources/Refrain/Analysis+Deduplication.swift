import AnalysisModel
import DuplicateDocuments
import Execution

extension Analysis {
  /// Decides which documents of a corpus are removed, and for which others.
  ///
  /// Whatever a configuration says about families, only documents that relate directly to their keeper go, and
  /// a document goes for one that contains it, never the other way round.
  ///
  /// - Parameters:
  ///   - corpus: the documents; what goes is decided among them by the configuration's keep policies.
  ///   - reference: documents that are compared with only. Where there are some, what stands in them goes, and
  ///     duplicates within the corpus stay.
  ///   - within: whether duplicates within the corpus, among what is not in the reference, go as well.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func deduplication(
    of corpus: Corpus, against reference: Corpus? = nil, within: Bool = false
  ) async throws -> DeduplicationReport {
    var corpus = corpus
    var removals: [Removal] = []
    if let reference {
      corpus.warnings += reference.warnings
      removals = try await removalsAgainst(reference, in: &corpus)
    }
    if reference == nil || within {
      removals += try await removalsAmongThemselves(except: removals, in: &corpus)
      removals.sort { $0.document < $1.document }
    }
    return DeduplicationReport(
      configuration: configuration, corpus: corpus, reference: reference, removals: removals,
      sources: SourceTally.sources(of: corpus.documents, removals: removals))
  }

  /// What goes because it stands in the reference.
  private func removalsAgainst(_ reference: Corpus, in corpus: inout Corpus) async throws -> [Removal] {
    let documents = corpus.documents
    let tokens = try await tokenize(reference.documents + documents)
    let matches = try await ReferenceMatcher(
      options: configuration.duplicates, includeTitle: configuration.features.includeTitle,
      parallelism: parallelism
    ).matches(of: documents, in: reference.documents, tokens: tokens, progress: progress)
    if let first = matches.holders.first {
      let count = matches.holders.count
      corpus.warnings.append(
        DataWarning(
          message: "\(count) \(count == 1 ? "document contains" : "documents contain") a document of the "
            + "reference and \(count == 1 ? "stays" : "stay"): the first is ‘\(documents[first.document].id)’ "
            + "with ‘\(reference.documents[first.reference].id)’"))
    }
    return matches.removals
  }

  /// What goes because of another document of the corpus.
  private func removalsAmongThemselves(
    except gone: [Removal], in corpus: inout Corpus
  ) async throws -> [Removal] {
    var isLeft = [Bool](repeating: true, count: corpus.documents.count)
    for removal in gone { isLeft[removal.document] = false }
    let left = isLeft.indices.filter { isLeft[$0] }
    let documents = gone.isEmpty ? corpus.documents : left.map { corpus.documents[$0] }
    let dates = configuration.duplicates.keep.needsDates ? try await readDates(of: documents) : nil
    let keep = keepOrder(of: documents, dates: dates?.datings)
    corpus.warnings += (dates?.warnings ?? []) + keep.warnings
    var options = configuration.duplicates
    // Only who is directly related to a keeper goes; stars bring as many there as can be.
    options.linkage = .star
    let findings = try await DuplicateFinder(
      options: options, includeTitle: configuration.features.includeTitle,
      parallelism: parallelism
    ).families(
      in: documents, tokens: try await tokenize(documents), order: keep.order, progress: progress)
    return findings.removals.map { $0.renumbered(left) }
  }
}

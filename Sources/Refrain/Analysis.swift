import AnalysisModel
import Clustering
import Corpora
import DuplicateDocuments
import Execution
import Foundation
import PassageDetection
import TextFeatures

/// Runs the engines over a corpus and puts their findings into one report.
///
/// ```swift
/// let corpus = try await CorpusReader(options: InputOptions()).read(["seeds"])
/// let report = try await Analysis(configuration: Configuration()).run(corpus)
/// ```
///
/// The report depends on the documents and the configuration only, never on the number of threads, the BLAS
/// provider or the clock.
public struct Analysis: Sendable {
  /// What decides the findings.
  public let configuration: Configuration
  let parallelism: Parallelism
  let progress: ProgressHandler?

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - configuration: what decides the findings.
  ///   - threads: how many cores to use; never changes a finding.
  ///   - progress: receives the steps of the run, on any thread.
  /// - Throws: `RefrainError` where a value of the configuration is out of its range.
  public init(
    configuration: Configuration, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    progress: ProgressHandler? = nil
  ) throws {
    self.configuration = try configuration.validated()
    parallelism = Parallelism(threads: max(1, threads))
    self.progress = progress
  }

  /// A part of the report.
  public enum Part: Sendable, Hashable, CaseIterable {
    /// Families of duplicate documents.
    case duplicates
    /// Repeated passages.
    case passages
    /// Topics and events, with the dates they rest on.
    case clusters
    /// Who resembles whom.
    case similarity
  }

  /// Analyses a corpus.
  ///
  /// - Parameters:
  ///   - corpus: the documents.
  ///   - parts: what to find; clusters bring duplicates along, which their members inherit from, and similarity
  ///     brings clusters along, which order its picture.
  /// - Throws: `RefrainError`; `CancellationError` when the task is cancelled.
  public func run(
    _ corpus: Corpus, parts: Set<Part> = Set(Part.allCases)
  ) async throws -> AnalysisReport {
    let documents = corpus.documents
    let tokens = try await tokenize(documents)
    var report = AnalysisReport(
      configuration: configuration, corpus: corpus, tokenCount: tokens.tokenCount)
    let needsClusters = parts.contains(.clusters) || parts.contains(.similarity)
    let needsDuplicates = parts.contains(.duplicates) || needsClusters
    let needsDates = needsClusters || (needsDuplicates && configuration.duplicates.keep.needsDates)
    let dates = needsDates ? try await readDates(of: documents) : nil
    report.corpus.warnings += dates?.warnings ?? []

    if needsDuplicates {
      let keep = keepOrder(of: documents, dates: dates?.datings)
      report.corpus.warnings += keep.warnings
      report.duplicates = try await DuplicateFinder(
        options: configuration.duplicates, includeTitle: configuration.features.includeTitle,
        parallelism: parallelism
      ).families(in: documents, tokens: tokens, order: keep.order, progress: progress)
    }
    if parts.contains(.passages) {
      report.passages = try await PassageFinder(options: configuration.passages, parallelism: parallelism)
        .passages(in: documents, tokens: tokens, progress: progress)
    }
    if needsClusters, let dates {
      report.dates = dates.datings
      report.clusters = try await ClusterEngine(options: configuration.clusters, parallelism: parallelism)
        .clusters(
          of: documents, tokens: tokens, dates: dates.datings, duplicates: report.duplicates,
          progress: progress)
    }
    if parts.contains(.similarity), let clusters = report.clusters {
      let vectors = try await vectorize(tokens, documents)
      report.similarity = try await SimilarityPicture(vectors: vectors, parallelism: parallelism)
        .overview(clusters: clusters, duplicates: report.duplicates, progress: progress)
    }
    return report
  }

  func tokenize(_ documents: [Document]) async throws -> TokenizedCorpus {
    progress?(AnalysisProgress(stage: "cutting text into words", completed: 0))
    return try await CorpusTokenizer(options: configuration.features)
      .tokenize(documents, parallelism: parallelism)
  }

  func vectorize(_ tokens: TokenizedCorpus, _ documents: [Document]) async throws -> TermVectors {
    progress?(AnalysisProgress(stage: "weighing words", completed: 0))
    return try await TFIDFVectorizer(options: configuration.features)
      .vectors(of: tokens, documents: documents, parallelism: parallelism)
  }

  /// The vectors of documents whose tokens nothing else needs.
  func vectorize(_ documents: [Document]) async throws -> TermVectors {
    progress?(AnalysisProgress(stage: "counting and weighing words", completed: 0))
    return try await TFIDFVectorizer(options: configuration.features)
      .vectors(of: documents, parallelism: parallelism)
  }
}

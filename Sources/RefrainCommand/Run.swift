import Foundation
import Matrices
import Refrain
import Reporting

/// One run of a command that reads documents: its progress line, its notes, its record of the machine.
struct Run {
  let configuration: Configuration
  let threads: Int
  private let progressLine: ProgressLine?
  private let isQuiet: Bool
  private let information: RunInformation?

  /// Prepares a run; opens the run-info file, so that an unwritable one is found before the work.
  ///
  /// - Parameter inputs: all that the command reads, which the file must not be.
  init(_ arguments: RunArguments, configuration: Configuration, inputs: InputGuard) throws {
    self.configuration = configuration
    threads = arguments.threadCount
    isQuiet = arguments.quiet
    progressLine = ProgressLine.onTerminal(quiet: isQuiet || arguments.noProgress)
    information = try arguments.runInfo.map {
      try RunInformation(path: $0, inputs: inputs, threads: arguments.threadCount)
    }
  }

  /// Receives the steps of the work.
  var progress: ProgressHandler? {
    guard progressLine != nil || information != nil else { return nil }
    let line = progressLine
    let information = information
    return { step in
      line?.show(step)
      information?.note(step)
    }
  }

  /// Reads documents.
  func read(_ paths: [String]) async throws -> Corpus {
    defer { progressLine?.clear() }
    return try await CorpusReader(
      options: configuration.input, parallelism: Parallelism(threads: threads)
    ).read(paths, progress: progress)
  }

  /// Reads documents whose records are to be copied afterwards.
  func reading(_ paths: [String]) async throws -> CorpusReading {
    defer { progressLine?.clear() }
    return try await CorpusReader(
      options: configuration.input, parallelism: Parallelism(threads: threads)
    ).reading(paths, progress: progress)
  }

  /// Reads vectors that were made elsewhere.
  func readVectors(_ path: String, ids: String?) throws -> VectorSet {
    progress?(AnalysisProgress(stage: "reading vectors", completed: 0))
    defer { progressLine?.clear() }
    return try VectorReader().read(path, ids: ids)
  }

  /// An analysis with this run's configuration, threads and progress line.
  func analysis() throws -> Analysis {
    warnAboutBLAS()
    return try Analysis(configuration: configuration, threads: threads, progress: progress)
  }

  /// Ends the progress line before anything is printed.
  func endProgress() { progressLine?.clear() }

  /// Tells the person something that is no finding.
  func note(_ text: String) {
    guard !isQuiet else { return }
    progressLine?.clear()
    Console.standardError.write("refrain: \(VisibleMessage(text))\n")
  }

  /// Tells what is odd about the data, for formats that do not show it themselves.
  func note(_ warnings: [DataWarning]) {
    for warning in warnings {
      let record = warning.record.map { ", record \($0)" } ?? ""
      note("warning: \(warning.path.map { "\($0)\(record): " } ?? "")\(warning.message)")
    }
  }

  /// Tells where vectors cannot be similar to anything.
  func note(oddVectorsOf vectors: VectorSet, path: String) {
    let zeros = vectors.zeroRowCount
    if vectors.rowCount == 0 {
      note("note: \(path) has no rows: there is no vector to compare")
    } else if zeros > 0 {
      note(
        "note: \(VectorWording.zeroRows(zeros, of: vectors.rowCount)) of \(path) "
          + "\(zeros == 1 ? "is" : "are") zero and similar to nothing")
    }
  }

  /// Tells what checking the result against brute force has shown.
  ///
  /// - Parameters:
  ///   - noun: what was drawn: document, vector.
  ///   - count: how many there are to draw from.
  ///   - ids: of the first and of the second side of a pair.
  /// - Throws: `RefrainError` where the result has failed.
  func note(
    _ verification: Verification, of noun: String, count: Int, ids: (a: (Int) -> String, b: (Int) -> String)
  ) throws {
    let wording = VerificationWording(verification, noun: noun, count: count)
    if let failure = wording.failure(idOfA: ids.a, idOfB: ids.b) { throw failure }
    information?.note(verification)
    note(wording.summary)
  }

  /// Completes the run-info file.
  func finish() throws {
    progressLine?.clear()
    try information?.write()
  }

  /// Tells where the BLAS is the slow one.
  func warnAboutBLAS() {
    guard BLAS.provider.isReference else { return }
    note(
      "note: the slow reference BLAS answers here; ‘apt install libopenblas0-pthread’ makes comparisons many times faster"
    )
  }
}

extension Run {
  /// Prepares a run of a command that reads documents.
  init(_ arguments: CommonArguments, configuration: Configuration, inputs: InputGuard) throws {
    try self.init(arguments.run, configuration: configuration, inputs: inputs)
  }
}

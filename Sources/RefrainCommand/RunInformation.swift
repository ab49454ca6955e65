import Benchmarking
import Foundation
import Matrices
import Refrain
import Synchronization

/// What depends on the machine and so never enters a findings file: threads, BLAS, times, memory.
final class RunInformation: Sendable {
  private struct State {
    var stages: [(name: String, start: ContinuousClock.Instant)] = []
    var verification: Verified?
  }

  private struct Record: Encodable {
    var version: String
    var command: [String]
    var startedAt: String
    var seconds: Double
    var stages: [Stage]
    var threads: Int
    var processors: Int
    var blas: String
    var blasLibrary: String?
    var blasIsReference: Bool
    var peakMemoryBytes: Int
    var operatingSystem: String
    var verification: Verified?
  }

  private struct Verified: Encodable {
    var drawn: Int
    var expectedPairs: Int
    var foundPairs: Int
    /// None where no pair was expected.
    var recall: Double?
    var falsePairs: Int
    var largestScoreError: Double
  }

  private struct Stage: Encodable {
    var name: String
    var seconds: Double
  }

  private let file: OutputFile
  private let threads: Int
  private let started = Date()
  private let clockStart = ContinuousClock.now
  private let state = Mutex(State())

  init(path: String, inputs: InputGuard, threads: Int) throws {
    file = try OutputFile(path: path, inputs: inputs)
    self.threads = threads
  }

  /// Notes when a stage begins.
  func note(_ step: AnalysisProgress) {
    state.withLock { state in
      if state.stages.last?.name != step.stage { state.stages.append((step.stage, .now)) }
    }
  }

  /// Notes what checking the result against brute force has shown.
  func note(_ verification: Verification) {
    state.withLock { state in
      state.verification = Verified(
        drawn: verification.rowCount, expectedPairs: verification.expectedCount,
        foundPairs: verification.foundCount,
        recall: verification.expectedCount > 0 ? verification.recall : nil,
        falsePairs: verification.wrongCount, largestScoreError: verification.largestScoreError)
    }
  }

  /// Writes the record.
  func write() throws {
    let end = ContinuousClock.now
    let stages = state.withLock { state in
      state.stages.enumerated().map { index, stage in
        let next = index + 1 < state.stages.count ? state.stages[index + 1].start : end
        return Stage(name: stage.name, seconds: Self.seconds(next - stage.start))
      }
    }
    let record = Record(
      version: RefrainVersion.current, command: CommandLine.arguments,
      startedAt: started.ISO8601Format(), seconds: Self.seconds(end - clockStart), stages: stages,
      threads: threads, processors: ProcessInfo.processInfo.processorCount, blas: BLAS.provider.name,
      blasLibrary: BLAS.provider.libraryPath, blasIsReference: BLAS.provider.isReference,
      peakMemoryBytes: Self.peakMemory,
      operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString,
      verification: state.withLock { $0.verification })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try file.write(Array(try encoder.encode(record)) + [UInt8(ascii: "\n")])
    try file.commit()
  }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  #if canImport(Darwin)
    private static let ownProcess = RUSAGE_SELF
  #else
    private static let ownProcess = __rusage_who_t(RUSAGE_SELF.rawValue)
  #endif

  private static var peakMemory: Int {
    if let bytes = PeakMemory.bytes { return bytes }
    var usage = rusage()
    guard getrusage(Self.ownProcess, &usage) == 0 else { return 0 }
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1024
    #endif
  }
}

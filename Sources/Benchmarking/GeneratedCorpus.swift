import Execution

/// A corpus that is made, not read.
public protocol GeneratedCorpus: Sendable {
  /// Hands over the corpus as JSON lines, in order.
  ///
  /// - Parameters:
  ///   - parallelism: how many pieces are made at a time; the bytes are the same for any number.
  ///   - sink: receives whole lines.
  func jsonLines(parallelism: Parallelism, sink: ([UInt8]) throws -> Void) async throws
}

import AnalysisModel
import Corpora
import Execution
import Foundation

/// Reads with the given options on two threads.
func read(
  _ paths: String..., threads: Int = 2, standardInput: FileHandle = .nullDevice,
  options configure: (inout InputOptions) -> Void = { _ in }
) async throws -> Corpus {
  var options = InputOptions()
  configure(&options)
  return try await CorpusReader(options: options, parallelism: Parallelism(threads: threads))
    .read(paths, standardInput: standardInput)
}

/// The error that reading ends in; nil where it does not.
func readingError(
  _ paths: String..., options configure: (inout InputOptions) -> Void = { _ in }
) async throws -> RefrainError? {
  var options = InputOptions()
  configure(&options)
  do {
    _ = try await CorpusReader(options: options, parallelism: Parallelism(threads: 2)).read(
      paths, standardInput: .nullDevice)
    return nil
  } catch let error as RefrainError {
    return error
  }
}

extension Corpus {
  var ids: [String] { documents.map(\.id) }
  var texts: [String] { documents.map(\.text.string) }
  var messages: [String] { warnings.map(\.message) }
}

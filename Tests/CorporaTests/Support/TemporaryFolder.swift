import AnalysisModel
import Corpora
import Execution
import Foundation

/// A folder that goes away with its last reference.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "corpora-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders it needs, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

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

/// A seeded source of random numbers (SplitMix64: Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

import AnalysisModel
import Corpora
import Foundation
import TestSupport
import Testing

@Suite struct OutputPathsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func paths(_ names: String...) async throws -> [String] {
    let roots = names.map { folder.path(of: $0) }
    var options = InputOptions()
    options.onDuplicateID = .suffix
    let reading = try await CorpusReader(options: options).reading(roots, standardInput: .nullDevice)
    return try OutputPaths(of: reading, paths: roots).relativePaths
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func pathsAreThoseBelowWhatTheArgumentsHaveInCommon() async throws {
    for name in ["a/x.jsonl", "a/deep/y.jsonl", "b/x.jsonl"] { try folder.write(name, "{\"text\":\"x\"}\n") }
    #expect(try await paths("a") == ["deep/y.jsonl", "x.jsonl"])
    #expect(try await paths("a/./../a/") == ["deep/y.jsonl", "x.jsonl"])
    #expect(try await paths("a", "b") == ["a/deep/y.jsonl", "a/x.jsonl", "b/x.jsonl"])
    #expect(try await paths("a/x.jsonl", "b/x.jsonl") == ["a/x.jsonl", "b/x.jsonl"])
    #expect(try await paths("a/x.jsonl", "a/deep") == ["x.jsonl", "deep/y.jsonl"])
  }

  @Test func twoFilesForOnePlaceAreRefused() async throws {
    try folder.write("a/x.jsonl", "{\"text\":\"x\"}\n")
    await #expect { try await paths("a", "a/x.jsonl") } throws: { "\($0)".contains("one place") }
  }
}

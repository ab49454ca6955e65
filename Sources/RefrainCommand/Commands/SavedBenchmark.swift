import Benchmarking
import Foundation
import Refrain

/// A run of the benchmark that was saved as JSON.
enum SavedBenchmark {
  private struct Version: Decodable {
    var schemaVersion: Int
  }

  /// Reads a run.
  ///
  /// - Throws: `RefrainError` where the file is none, of another schema, or has figures that no run has.
  static func read(_ path: String) throws -> BenchmarkRun {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw RefrainError(
        "this is a folder, not a saved run", path: path,
        remedy: "a file that refrain benchmark --json FILE wrote")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RefrainError("the file cannot be read", path: path, remedy: "check the spelling of the path")
    }
    do {
      let version = try JSONDecoder().decode(Version.self, from: data).schemaVersion
      guard version == BenchmarkRun.currentSchemaVersion else {
        throw RefrainError(
          "the run was saved in schema \(version); this version reads \(BenchmarkRun.currentSchemaVersion)",
          path: path, remedy: "measure again with --json, or compare with the version that saved it")
      }
      let run = try JSONDecoder().decode(BenchmarkRun.self, from: data)
      if let problem = run.implausibility {
        throw RefrainError(
          "refrain benchmark did not make this file: \(problem)", path: path,
          remedy: "a file that refrain benchmark --json FILE wrote")
      }
      return run
    } catch is DecodingError {
      throw RefrainError(
        "this is no saved run of the benchmark", path: path,
        remedy: "a file that refrain benchmark --json FILE wrote")
    }
  }
}

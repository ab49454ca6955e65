import Foundation
import TestSupport

/// One run of the built command as a process.
struct RefrainProcess {
  let status: Int32
  let output: Data
  let diagnostics: String

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Standard output as JSON lines.
  var records: [[String: Any]] {
    get throws {
      try text.split(separator: "\n").map { line in
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return value as? [String: Any] ?? [:]
      }
    }
  }

  /// Standard output as one JSON object.
  var object: [String: Any] {
    get throws { try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:] }
  }

  /// The command that was built together with these tests.
  static var executable: URL {
    // The test runner lies beside the products, on Linux; in a bundle beside them, on macOS.
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: "refrain")
      if FileManager.default.isExecutableFile(atPath: candidate.path(percentEncoded: false)) {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return ProjectFolders.root.appending(path: ".build/debug/refrain")
  }

  /// Starts the command without waiting for it.
  static func start(
    _ arguments: [String], in folder: URL = ProjectFolders.root, input: Any? = nil, output: Any? = nil,
    diagnostics: Any? = nil, environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "COLUMNS"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = diagnostics ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs the command to its end.
  ///
  /// Output goes through files, so that no pipe can fill up while we wait.
  static func run(
    _ arguments: [String], in folder: URL = ProjectFolders.root, input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> RefrainProcess {
    try TemporaryFolder.with { scratch in
      let files = ["in", "out", "err"].map { URL(filePath: scratch.path(of: $0)) }
      try Data((input ?? "").utf8).write(to: files[0])
      for file in files[1...] { try Data().write(to: file) }
      let process = try start(
        arguments, in: folder, input: try FileHandle(forReadingFrom: files[0]),
        output: try FileHandle(forWritingTo: files[1]),
        diagnostics: try FileHandle(forWritingTo: files[2]), environment: environment)
      process.waitUntilExit()
      return RefrainProcess(
        status: process.terminationStatus, output: try Data(contentsOf: files[1]),
        diagnostics: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
  }
}

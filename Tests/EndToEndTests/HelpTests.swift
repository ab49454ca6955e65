import Foundation
import TestSupport
import Testing

@Suite("Help, as it was last read and approved")
struct HelpTests {
  static let commands = [
    "", "report", "duplicates", "passages", "clusters", "pairs", "matrix", "dedup", "evaluate",
    "evaluate duplicates", "evaluate clusters", "evaluate passages", "benchmark", "config",
  ]

  @Test("Help of every command", arguments: commands)
  func help(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let run = try RefrainProcess.run(words + ["--help"], environment: ["COLUMNS": "100"])
    #expect(run.status == 0)
    #expect(run.diagnostics.isEmpty)
    #expect(run.text.contains("refrain \(command.isEmpty ? "report" : command) "), "an example")
    try GoldenFiles(target: "EndToEndTests")
      .check(run.output, against: "\((["help"] + words).joined(separator: "-")).txt")
  }

  @Test("The README shows what the command prints")
  func readme() throws {
    let readme = try String(contentsOf: ProjectFolders.root.appending(path: "README.md"), encoding: .utf8)
    let run = try RefrainProcess.run(["report", "seeds"])
    #expect(readme.contains("```\n" + run.text + "```\n"), "README.md, section Start, is out of date")
  }
}

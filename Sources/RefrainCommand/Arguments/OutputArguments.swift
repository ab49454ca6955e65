import ArgumentParser
import Foundation
import Refrain
import Reporting

/// Where results go and in which format.
struct OutputArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The format of the output. (default: by the extension of --output, else terminal)")
  var format: OutputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file instead of standard output; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Colours in terminal output. (default: auto)")
  var color: ColourChoice?

  /// The format asked for: typed, else by the extension of the output, else terminal.
  var resolvedFormat: OutputFormat {
    if let format { return format }
    guard let output, output != "-" else { return .terminal }
    return OutputFormat(pathExtension: URL(filePath: output).pathExtension) ?? .terminal
  }

  /// The file asked for; `-` where none is.
  var resolvedPath: String { output ?? "-" }

  /// How output for a person is laid out.
  func context(inputs: [String]) -> ReportContext {
    ReportContext(inputs: inputs, path: resolvedPath, colour: color)
  }
}

extension ReportContext {
  /// How output for a person is laid out.
  ///
  /// - Parameters:
  ///   - path: where it goes; `-` is standard output.
  ///   - colour: what was typed.
  init(inputs: [String], path: String, colour: ColourChoice?) {
    let isOnStandardOutput = path == "-"
    let usesColour =
      switch colour ?? .auto {
      case .auto: isOnStandardOutput && Console.standardOutput.wantsColour
      case .always: true
      case .never: false
      }
    self.init(
      version: RefrainVersion.current, inputs: inputs,
      width: isOnStandardOutput ? Console.standardOutput.width : 100, usesColour: usesColour)
  }
}

/// When terminal output is coloured.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  /// Also in pipes and files.
  case always
  /// Never.
  case never
}

import ArgumentParser
import Refrain

/// What every command that reads documents takes.
struct CommonArguments: ParsableArguments {
  @Argument(
    help: "Files or folders to read; - is standard input (JSON lines).",
    completion: .file())
  var paths: [String]

  @OptionGroup(title: "Reading") var input: InputArguments
  @OptionGroup(title: "Words and weights") var features: FeatureArguments
  @OptionGroup(title: "Run") var run: RunArguments

  func validate() throws {
    if paths.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  /// The resolved configuration.
  ///
  /// - Parameter apply: puts the command's own options on top.
  func configuration(_ apply: (inout Configuration) throws -> Void = { _ in }) throws -> Configuration {
    try ConfigurationSources(input: input, features: features, run: run).configuration(apply)
  }
}

/// Where a configuration comes from: the defaults, then the preset, then the configuration file, then the options
/// typed.
struct ConfigurationSources {
  let input: InputArguments
  let features: FeatureArguments
  let run: RunArguments

  /// The resolved configuration.
  ///
  /// - Parameter apply: puts the command's own options on top.
  /// - Throws: `RefrainError` for a bad configuration file or a value out of its range.
  func configuration(_ apply: (inout Configuration) throws -> Void) throws -> Configuration {
    var configuration = Configuration()
    features.preset?.apply(to: &configuration)
    if let file = run.config { configuration = try ConfigurationFile.read(file, over: configuration) }
    input.apply(to: &configuration.input)
    try features.apply(to: &configuration.features)
    if let offsets = run.offsets { configuration.offsets = offsets }
    if let seed = run.seed { configuration.seed = seed }
    try apply(&configuration)
    return try configuration.validated()
  }
}

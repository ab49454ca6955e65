import ArgumentParser
import Refrain

/// What commands take that compare documents, or vectors that were made elsewhere.
struct ComparisonArguments: ParsableArguments {
  @Argument(
    help: "Files or folders to read; - is standard input (JSON lines).",
    completion: .file())
  var paths: [String] = []

  @OptionGroup(title: "Reading") var input: InputArguments
  @OptionGroup(title: "Vectors instead of documents") var vectors: VectorArguments
  @OptionGroup(title: "Words and weights") var features: FeatureArguments
  @OptionGroup(title: "Run") var run: RunArguments

  func validate() throws {
    guard vectors.file != nil else {
      if paths.isEmpty {
        throw ValidationError("Missing expected argument '<paths> ...': files or folders, or --vectors FILE.")
      }
      if paths.count(where: { $0 == "-" }) > 1 {
        throw ValidationError("Standard input (-) can be read only once.")
      }
      return
    }
    guard paths.isEmpty else {
      throw ValidationError("\(paths[0]) and --vectors exclude each other: compare documents or vectors.")
    }
    var typed = Configuration()
    input.apply(to: &typed.input)
    features.preset?.apply(to: &typed)
    try features.apply(to: &typed.features)
    if typed != Configuration() {
      throw ValidationError("Options for reading documents and for words do not go with --vectors.")
    }
  }

  /// The resolved configuration.
  ///
  /// - Parameter apply: puts the command's own options on top.
  func configuration(_ apply: (inout Configuration) throws -> Void = { _ in }) throws -> Configuration {
    try ConfigurationSources(input: input, features: features, run: run).configuration(apply)
  }

  /// Guards all that is read.
  ///
  /// - Parameter others: what the command reads besides.
  func inputGuard(_ configuration: Configuration, others: [String?] = []) -> InputGuard {
    InputGuard(
      paths: paths + (others + [vectors.file, vectors.ids, run.config]).compactMap(\.self),
      readsAllKinds: configuration.input.format != nil)
  }
}

/// Vectors that were made elsewhere.
struct VectorArguments: ParsableArguments {
  @Option(
    name: .customLong("vectors"),
    help: ArgumentHelp(
      "Compare the rows of this NumPy file: Float32 or Float64, one vector a row, such as embeddings.",
      valueName: "file.npy"),
    completion: .file(extensions: ["npy"]))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "The ids of the vectors, one a line. (default: row numbers from 0)", valueName: "file.txt"),
    completion: .file())
  var ids: String?

  func validate() throws {
    if ids != nil && file == nil { throw ValidationError("--ids goes with --vectors only.") }
    if ids == "-" && file == "-" { throw ValidationError("Standard input (-) can be read only once.") }
  }
}

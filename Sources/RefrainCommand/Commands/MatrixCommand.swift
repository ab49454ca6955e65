import ArgumentParser
import Foundation
import Refrain
import Reporting

/// `refrain matrix`: the full cosine matrix.
struct MatrixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "The full cosine matrix as NumPy file, CSV or heat map.",
    discussion: """
      Values are Float32 with an error of at most 1e-6 and may differ in the last bits from one BLAS to the \
      next; --exact computes in Double in a fixed order. The heat map shows cosines below 0, which vectors can \
      have, as 0.

        refrain matrix articles/ --output similarity.npy
        refrain matrix articles/ --output similarity.csv --exact
        refrain matrix articles/ --output heatmap.png
        refrain matrix --vectors embeddings.npy --output similarity.npy
      """)

  @OptionGroup var common: ComparisonArguments

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file: .npy, .csv or .png (heat map).", valueName: "file"),
    completion: .file())
  var output: String

  @Flag(help: "Compute in Double, summed in a fixed order, rounded to nine decimals.")
  var exact = false

  func validate() throws {
    guard format != nil else {
      throw ValidationError(
        "--output \(output): the extension must be one of \(MatrixFormat.choices).")
    }
  }

  private var format: MatrixFormat? {
    MatrixFormat(rawValue: URL(filePath: output).pathExtension.lowercased())
  }

  mutating func run() async throws {
    guard let format else { return }
    let configuration = try common.configuration()
    let inputs = common.inputGuard(configuration)
    let file = try OutputFile(path: output, inputs: inputs)
    let run = try Run(common.run, configuration: configuration, inputs: inputs)
    let compared = try await ComparedSets(common, run)
    guard let comparison = compared.matrix else { return }
    var hasNegatives = false
    let ids = compared.ids
    if exact {
      hasNegatives = try await write(
        to: file, with: format.writer(of: Double.self, rowIDs: ids, columnIDs: ids),
        rows: comparison.exactMatrix, lookingForNegatives: format == .png)
    } else {
      hasNegatives = try await write(
        to: file, with: format.writer(of: Float.self, rowIDs: ids, columnIDs: ids),
        rows: comparison.matrix, lookingForNegatives: format == .png)
    }
    if hasNegatives { run.note("note: some cosines are below 0; the heat map shows them as 0") }
    try run.finish()
  }

  /// Writes the matrix.
  ///
  /// - Returns: whether there is a value below 0 by more than the error of Float32, if that is looked for.
  private func write<Element: MatrixElement>(
    to file: OutputFile, with writer: any MatrixWriter<Element>,
    rows: (_ sink: (Range<Int>, [Element]) throws -> Void) async throws -> Void, lookingForNegatives: Bool
  ) async throws -> Bool {
    var writer = writer
    var hasNegatives = false
    try file.write(writer.begin())
    try await rows { _, block in
      if lookingForNegatives && !hasNegatives { hasNegatives = block.contains { $0 < -1e-6 } }
      try file.write(writer.append(block))
    }
    try file.write(try writer.end())
    try file.commit()
    return hasNegatives
  }
}

import ArgumentParser
import Refrain

/// How documents are read.
struct InputArguments: ParsableArguments {
  @Option(help: "The format of every path, whatever its extension: \(InputOptions.InputFormat.choices).")
  var inputFormat: InputOptions.InputFormat?

  @Option(help: "The record field with the id. (default: id)")
  var idField: String?

  @Option(help: "The record field with the text. (default: text)")
  var textField: String?

  @Option(help: "The record field with the title. (default: title)")
  var titleField: String?

  @Option(help: "The record field with the date. (default: date)")
  var dateField: String?

  @Option(help: "The record field with the source. (default: source)")
  var sourceField: String?

  @Option(
    help:
      "What to do about a record that cannot be read: \(InputOptions.ErrorPolicy.choices). (default: stop)")
  var onError: InputOptions.ErrorPolicy?

  @Option(
    help: "What to do about a repeated id: \(InputOptions.DuplicateIDPolicy.choices). (default: stop)")
  var onDuplicateId: InputOptions.DuplicateIDPolicy?

  func apply(to options: inout InputOptions) {
    if let inputFormat { options.format = inputFormat }
    if let idField { options.idField = idField }
    if let textField { options.textField = textField }
    if let titleField { options.titleField = titleField }
    if let dateField { options.dateField = dateField }
    if let sourceField { options.sourceField = sourceField }
    if let onError { options.onError = onError }
    if let onDuplicateId { options.onDuplicateID = onDuplicateId }
  }
}

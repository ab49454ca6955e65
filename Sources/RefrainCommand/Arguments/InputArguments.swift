import ArgumentParser
import Refrain

/// How documents are read.
struct InputArguments: ParsableArguments {
  @Option(help: "The format of every path once decompressed, whatever its extension.")
  var inputFormat: InputOptions.InputFormat?

  @Option(
    help: ArgumentHelp(
      "The encoding of texts, pages and tables, as iconv names it. (default: UTF-8, else what the file states or "
        + "looks like)", valueName: "name"))
  var encoding: String?

  @Option(help: ArgumentHelp("The record field with the id. (default: id)", valueName: "name"))
  var idField: String?

  @Option(help: ArgumentHelp("The record field with the text. (default: text)", valueName: "name"))
  var textField: String?

  @Option(help: ArgumentHelp("The record field with the title. (default: title)", valueName: "name"))
  var titleField: String?

  @Option(help: ArgumentHelp("The record field with the date. (default: date)", valueName: "name"))
  var dateField: String?

  @Option(help: ArgumentHelp("The record field with the source. (default: source)", valueName: "name"))
  var sourceField: String?

  @Option(
    help: "What to do about a record, or a file of a folder, that cannot be read. (default: stop)")
  var onError: InputOptions.ErrorPolicy?

  @Option(help: "What to do about a repeated id; suffix adds ~2, ~3 … (default: stop)")
  var onDuplicateId: InputOptions.DuplicateIDPolicy?

  func apply(to options: inout InputOptions) {
    if let inputFormat { options.format = inputFormat }
    if let encoding { options.encoding = encoding }
    if let idField { options.idField = idField }
    if let textField { options.textField = textField }
    if let titleField { options.titleField = titleField }
    if let dateField { options.dateField = dateField }
    if let sourceField { options.sourceField = sourceField }
    if let onError { options.onError = onError }
    if let onDuplicateId { options.onDuplicateID = onDuplicateId }
  }
}

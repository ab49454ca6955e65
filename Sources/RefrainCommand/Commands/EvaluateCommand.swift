import ArgumentParser
import Refrain

/// `refrain evaluate`: findings beside gold labels.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "How well findings agree with gold labels; and a threshold chosen by labels.",
    discussion: """
      Lays a file of findings (JSON lines, as the other commands write them) beside a file of gold labels, and \
      tells the figures and what is wrong, with ids.

        refrain evaluate duplicates --gold labels.jsonl --found copies.jsonl
        refrain evaluate clusters --gold labels.jsonl --found events.jsonl --level event
        refrain evaluate passages --gold cases.jsonl --found passages.jsonl --pairs pairs.tsv
        refrain evaluate duplicates --calibrate archive.jsonl --gold labels.jsonl
      """,
    subcommands: [
      EvaluateDuplicatesCommand.self, EvaluateClustersCommand.self, EvaluatePassagesCommand.self,
    ])
}

/// `refrain evaluate clusters`.
struct EvaluateClustersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Topics or events against labels: B³, pairs, ARI, V-measure, NMI, AMI.",
    discussion: """
      Gold is JSON lines with id and label; records without a label are passed over. A labelled document that \
      stands in no cluster counts as alone in one.

        refrain clusters news.jsonl --format jsonl --output found.jsonl
        refrain evaluate clusters --gold news.jsonl --found found.jsonl
        refrain evaluate clusters --gold news.jsonl --label-field section --found found.jsonl --level topic
      """)

  @OptionGroup var evaluation: EvaluationArguments

  @Option(
    help: ArgumentHelp(
      "The clusters: JSON lines with id and the field of --level; - is standard input.", valueName: "file"),
    completion: .file())
  var found: String

  @Option(help: ArgumentHelp("The gold field with the label. (default: label)", valueName: "name"))
  var labelField: String?

  @Option(help: ArgumentHelp("The gold field with the id. (default: id)", valueName: "name"))
  var idField: String?

  @Option(
    help: ArgumentHelp(
      "The field of --found with the cluster: event, topic or another. (default: event)", valueName: "name"),
    completion: .list(["event", "topic"]))
  var level: String?

  @OptionGroup(title: "Output") var output: EvaluationOutputArguments

  func validate() throws { try EvaluationInputs.checkStandardInput([evaluation.gold, found]) }

  mutating func run() async throws {
    let level = level ?? "event"
    let writing = try output.open(
      reading: InputGuard(paths: [evaluation.gold, found], readsAllKinds: true),
      inputs: [evaluation.gold, found])
    let reader = JudgedFileReader(idField: idField ?? "id")
    let (judged, leftOut) = try ClusterEvaluation.judging(
      gold: try reader.labels(evaluation.gold, field: labelField ?? "label", isOptional: true),
      found: try reader.clusters(found, level: level), level: level, missing: evaluation.missing ?? .ignore)
    try writing.write(
      EvaluationReport(gold: evaluation.gold, found: [found], leftOut: leftOut, findings: .clusters(judged)))
  }
}

/// `refrain evaluate passages`.
struct EvaluatePassagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passages",
    abstract: "Rewritten passages against gold cases: plagdet and its parts.",
    discussion: """
      Gold and found are JSON lines with a_id, a_offset, a_length, b_id, b_offset and b_length, in the same \
      unit. Detections in pairs that --pairs does not list are left out of account. All measures are averaged \
      over cases.

        refrain evaluate passages --gold cases.jsonl --found found.jsonl
        refrain evaluate passages --gold cases.jsonl --found found.jsonl --pairs pairs.tsv --class summary
      """)

  @OptionGroup var evaluation: EvaluationArguments

  @Option(
    help: ArgumentHelp("The detections, as JSON lines; - is standard input.", valueName: "file"),
    completion: .file())
  var found: String

  @Option(
    help: ArgumentHelp(
      "The pairs of documents that were compared: two ids a line with a tab between them, then a class.",
      valueName: "file.tsv"),
    completion: .file(extensions: ["tsv"]))
  var pairs: String?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("Judge cases, and listed pairs, of this class only.", valueName: "class"))
  var category: String?

  @Option(
    help: ArgumentHelp("The gold field with a case's class. (default: obfuscation)", valueName: "name"))
  var classField: String?

  @OptionGroup(title: "Output") var output: EvaluationOutputArguments

  func validate() throws {
    try EvaluationInputs.checkStandardInput([evaluation.gold, found, pairs])
    if evaluation.missing != nil {
      throw ValidationError("--missing is for ids of documents; --pairs decides which detections count.")
    }
  }

  mutating func run() async throws {
    let paths = [evaluation.gold, found, pairs].compactMap(\.self)
    let writing = try output.open(reading: InputGuard(paths: paths, readsAllKinds: true), inputs: paths)
    let reader = JudgedFileReader()
    let field = classField ?? "obfuscation"
    let gold = try reader.passages(evaluation.gold, categoryField: field)
    let detections = try reader.passages(found, categoryField: field)
    let listed = try pairs.map { path in
      try reader.pairs(path, known: Set((gold.records + detections.records).map(\.passage.pair)))
    }
    let (judged, leftOut) = try PassageEvaluation.judging(
      gold: gold, found: detections, pairs: listed, category: category)
    try writing.write(
      EvaluationReport(gold: evaluation.gold, found: [found], leftOut: leftOut, findings: .passages(judged)))
  }
}

/// Checks that all evaluations share.
enum EvaluationInputs {
  static func checkStandardInput(_ paths: [String?]) throws {
    if paths.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }
}

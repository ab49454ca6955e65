import ArgumentParser
import Refrain
import Reporting

/// `refrain evaluate duplicates`.
struct EvaluateDuplicatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Families against labels or expected verdicts; --calibrate chooses a threshold by labels.",
    discussion: """
      Gold is JSON lines with id and label: documents with one label are the same record. A document that does \
      not represent its family counts as removed, rightly where its representative bears its label. Gold lines \
      with id, original and verdict are expected verdicts, and give a confusion matrix.

        refrain duplicates archive.jsonl --format jsonl --output found.jsonl
        refrain evaluate duplicates --gold labels.jsonl --found found.jsonl
        refrain evaluate duplicates --calibrate archive.jsonl --gold labels.jsonl
        refrain evaluate duplicates --calibrate archive.jsonl --gold labels.jsonl --precision 0.99

      --calibrate finds the duplicates at every threshold with the other options as given, and says which \
      threshold has the best F1 in records, between which bounds that is known (percentiles of bootstrap \
      resamples of the labels), and what to expect elsewhere (cross-validation).
      """)

  @Argument(help: "With --calibrate: files or folders to read; - is standard input.", completion: .file())
  var paths: [String] = []

  @OptionGroup var evaluation: EvaluationArguments

  @Option(
    help: ArgumentHelp(
      "The output of refrain duplicates --format jsonl; - is standard input.", valueName: "file"),
    completion: .file())
  var found: String?

  @Option(help: ArgumentHelp("The gold field with the label. (default: label)", valueName: "name"))
  var labelField: String?

  @OptionGroup(title: "Choosing a threshold") var calibration: CalibrationArguments
  @OptionGroup(title: "Reading") var input: InputArguments
  @OptionGroup(title: "Words and weights") var features: FeatureArguments
  @OptionGroup(title: "Duplicates") var duplicates: DuplicateArguments
  @OptionGroup(title: "Run") var run: RunArguments
  @OptionGroup(title: "Output") var output: EvaluationOutputArguments

  func validate() throws {
    try EvaluationInputs.checkStandardInput(paths + [evaluation.gold, found])
    if calibration.calibrate {
      if paths.isEmpty {
        throw ValidationError("--calibrate needs the documents: files or folders that the labels are about.")
      }
      if found != nil {
        throw ValidationError(
          "--calibrate and --found exclude each other: choose a threshold, or judge findings.")
      }
      return
    }
    if let path = paths.first { throw ValidationError("\(path): documents are read with --calibrate only.") }
    if found == nil {
      throw ValidationError("Missing expected argument '--found <file>', or --calibrate with documents.")
    }
    try checkWhatIsIgnored()
  }

  /// Refuses options of reading, words and the search where nothing is searched.
  private func checkWhatIsIgnored() throws {
    var typed = Configuration()
    input.apply(to: &typed.input)
    typed.input.idField = Configuration().input.idField
    features.preset?.apply(to: &typed)
    try features.apply(to: &typed.features)
    duplicates.apply(to: &typed.duplicates)
    if typed != Configuration() {
      throw ValidationError("Options for reading documents, words and duplicates go with --calibrate only.")
    }
    let ofRun: [(String, Bool)] = [
      ("--threads", run.threads != nil), ("--seed", run.seed != nil), ("--run-info", run.runInfo != nil),
      ("--config", run.config != nil), ("--offsets", run.offsets != nil),
    ]
    if let option = ofRun.first(where: { $0.1 })?.0 {
      throw ValidationError("\(option) goes with --calibrate only: nothing else is searched.")
    }
  }

  mutating func run() async throws {
    if calibration.calibrate { try await chooseThreshold() } else if let found { try judge(found) }
  }

  private func judge(_ found: String) throws {
    let writing = try output.open(
      reading: InputGuard(paths: [evaluation.gold, found], readsAllKinds: true),
      inputs: [evaluation.gold, found])
    let reader = JudgedFileReader(idField: input.idField ?? "id")
    let (families, templates) = try reader.families(found)
    if evaluation.gold != "-", try reader.holdsVerdicts(evaluation.gold) {
      let confusion = try VerdictConfusion.judging(
        gold: try reader.expectedVerdicts(evaluation.gold), families: families, templates: templates)
      try writing.write(
        EvaluationReport(gold: evaluation.gold, found: [found], findings: .verdicts(confusion)))
      return
    }
    let (judged, leftOut) = try DuplicateEvaluation.judging(
      gold: try reader.labels(
        evaluation.gold, field: labelField ?? "label", isOptional: evaluation.missing == .ignore),
      found: families, missing: evaluation.missing ?? .stop)
    try writing.write(
      EvaluationReport(
        gold: evaluation.gold, found: [found], leftOut: leftOut, findings: .duplicates(judged)))
  }

  private func chooseThreshold() async throws {
    let configuration = try ConfigurationSources(input: input, features: features, run: run).configuration {
      duplicates.apply(to: &$0.duplicates)
    }
    let inputs = InputGuard(
      paths: paths + [evaluation.gold, run.config].compactMap(\.self),
      readsAllKinds: configuration.input.format != nil)
    let writing = try output.open(reading: inputs, inputs: paths)
    let running = try Run(run, configuration: configuration, inputs: inputs)
    let gold = try JudgedFileReader(idField: configuration.input.idField)
      .labels(evaluation.gold, field: labelField ?? "label", isOptional: evaluation.missing == .ignore)
    let corpus = try await running.read(paths)
    running.note(corpus.warnings)
    let (labels, leftOut) = try gold.labels(of: corpus.documents, missing: evaluation.missing ?? .stop)
    let analysis = try running.analysis()
    guard let lowest = calibration.lowestThreshold else { return }
    let chosen = try await analysis.calibration(
      of: corpus.documents, labels: labels, thresholds: analysis.calibrationThresholds(from: lowest),
      options: calibration.options(seed: configuration.seed))
    running.endProgress()
    try writing.write(
      EvaluationReport(
        gold: evaluation.gold, found: paths, leftOut: leftOut, findings: .calibration(chosen)))
    try running.finish()
  }
}

import AnalysisModel

/// An explanation as one JSON document.
struct ExplanationJSON {
  private let explanation: DuplicateExplanation
  private let report: AnalysisReport
  private let context: ReportContext

  init(_ explanation: DuplicateExplanation, _ report: AnalysisReport, _ context: ReportContext) {
    self.explanation = explanation
    self.report = report
    self.context = context
  }

  /// The UTF-8 of the document.
  var bytes: [UInt8] {
    var writer = JSONWriter(expandedDepth: 2)
    writer.object { writer in
      writer.header(part: "explanation", context)
      writer.configuration(report.configuration)
      writer.account(of: report)
      writer.warnings(report.corpus.warnings)
      writer.explanationFields(explanation, in: report)
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func explanationFields(
    _ explanation: DuplicateExplanation, in report: AnalysisReport
  ) {
    for (name, side) in zip(["a", "b"], explanation.sides) {
      objectField(name) { $0.sideFields(side, in: report.corpus) }
    }
    key("verdict")
    if let deciding = explanation.deciding { value(deciding.rule.rawValue) } else { null() }
    key("nearest")
    if let nearest = explanation.nearest { value(nearest.rule.rawValue) } else { null() }
    if explanation.factsDiffer { field("facts", "differ") }
    field("sharedShingles", explanation.sharedShingles)
    field("alignedTokens", explanation.alignedTokens)
    arrayField("rules") { writer in
      for check in explanation.checks { writer.object { $0.checkFields(check) } }
    }
    arrayField("differences") { writer in
      for difference in explanation.differences {
        writer.object { $0.differenceFields(difference, report.configuration.offsets) }
      }
    }
    arrayField("passages") { writer in
      for passage in explanation.passages { writer.object { $0.passageFields(passage, in: report) } }
    }
  }

  private mutating func sideFields(_ side: DuplicateExplanation.Side, in corpus: Corpus) {
    field("id", corpus.documents[side.document].id)
    field("bytes", side.bytes)
    field("tokens", side.tokens)
    field("shingles", side.shingles)
    switch side.standing.role {
    case .alone: break
    case .representative(let family, let size):
      field("family", family)
      field("verdict", "representative")
      field("documents", size)
    case .member(let member, let family, let representative):
      field("family", family)
      field("representative", corpus.documents[representative].id)
      verdictFields(member)
    }
    if let template = side.standing.template { field("template", template) }
  }

  private mutating func checkFields(_ check: RuleCheck) {
    field("rule", check.rule.rawValue)
    field("holds", check.holds)
    if let circumstance = check.circumstance { field("circumstance", circumstance.rawValue) }
    if let measure = check.measure {
      field("part", measure.part)
      field("whole", measure.whole)
      field("value", measure.value)
      field("threshold", measure.threshold.doubleValue)
    }
    if let length = check.length {
      field("tokens", length.tokens)
      field("minimumTokens", length.minimum)
    }
  }

  private mutating func differenceFields(
    _ difference: DuplicateExplanation.Difference, _ unit: OffsetUnit
  ) {
    field("a", difference.a)
    field("b", difference.b)
    for (name, place) in [("placeInA", difference.placeInA), ("placeInB", difference.placeInB)] {
      guard let place else { continue }
      objectField(name) { $0.placeFields(place, unit: unit) }
    }
  }
}

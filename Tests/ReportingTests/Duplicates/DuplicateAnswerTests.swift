import AnalysisModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct DuplicateAnswerTests {
  private static let context = ReportContext(version: "1.2.3", inputs: ["news.jsonl", "it's here"])

  private func check(
    _ answer: DuplicateAnswer, _ report: AnalysisReport, _ format: OutputFormat, _ name: String,
    _ context: ReportContext = context
  ) throws {
    let bytes = try answer.render(of: report, format: format, context: context)
    #expect(bytes.last == UInt8(ascii: "\n"))
    try GoldenFiles(target: "ReportingTests").check(bytes, against: "\(name).\(format.pathExtension)")
  }

  @Test(arguments: DuplicateAnswer.explanationFormats)
  func explanation(_ format: OutputFormat) throws {
    let (explanation, report) = try AnswersSample.explanation()
    try check(.explanation(explanation), report, format, "copies.explanation")
  }

  @Test(arguments: DuplicateAnswer.explanationFormats)
  func strangers(_ format: OutputFormat) throws {
    let (explanation, report) = try AnswersSample.strangers()
    try check(.explanation(explanation), report, format, "strangers.explanation")
  }

  @Test(arguments: DuplicateAnswer.explorationFormats)
  func exploration(_ format: OutputFormat) throws {
    let (exploration, report) = try AnswersSample.exploration()
    try check(.exploration(exploration), report, format, "copies.exploration")
  }

  @Test func narrowTerminal() throws {
    let (exploration, report) = try AnswersSample.exploration()
    let context = ReportContext(version: "1.2.3", inputs: ["news.jsonl"], width: 60, usesColour: true)
    try check(.exploration(exploration), report, .terminal, "copies.exploration.60", context)
  }

  @Test func otherFormatsAreRefused() throws {
    let (explanation, report) = try AnswersSample.explanation()
    let (exploration, _) = try AnswersSample.exploration()
    for answer in [DuplicateAnswer.explanation(explanation), .exploration(exploration)] {
      for format in OutputFormat.allCases where !answer.formats.contains(format) {
        let error = #expect(throws: RefrainError.self) {
          try answer.render(of: report, format: format, context: Self.context)
        }
        #expect(error?.remedy?.contains("terminal") == true)
      }
    }
  }

  @Test(arguments: [
    (4, 5, "0.8", "0.8000"), (79_999, 100_000, "0.8", "0.7999"), (799_999, 1_000_000, "0.8", "0.7999"),
    (800_001, 1_000_000, "0.8", "0.8000"), (99_999, 100_000, "1", "0.9999"), (1, 1, "1", "1.0000"),
    (0, 7, "0.5", "0.0000"), (85_718, 100_000, "0.85718", "0.8572"), (0, 0, "0.5", "0.0000"),
  ])
  func decimalsNeverContradictTheVerdict(part: Int, whole: Int, threshold: String, expected: String) throws {
    let measure = RuleCheck.Measure(
      part: part, whole: whole, threshold: try #require(DecimalFraction(threshold)))
    #expect(ExplanationWording.decimals(measure) == expected)
  }

  @Test func scoresAreCutAndNotRounded() {
    #expect(ExplorationWording.score(0.8) == "0.8000")
    #expect(ExplorationWording.score(0.79999) == "0.7999")
    #expect(ExplorationWording.score(0.29) == "0.2900")
    #expect(ExplorationWording.score(1) == "1.0000")
    #expect(ExplorationWording.score(0.00001) == "0.0000")
  }
}

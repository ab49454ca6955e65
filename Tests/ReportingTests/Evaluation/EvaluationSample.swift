import AnalysisModel

/// Evaluations made by hand, so that every figure in the golden files can be checked by eye.
enum EvaluationSample {
  static let all: [(name: String, report: EvaluationReport)] = [
    ("clusters", clusters), ("duplicates", duplicates), ("verdicts", verdicts), ("passages", passages),
    ("calibration", calibration), ("calibration.none", hopeless),
  ]

  static let clusters = EvaluationReport(
    gold: "gold.jsonl", found: ["found.jsonl"],
    leftOut: [
      .init(
        what: "labelled documents stand in no cluster of found.jsonl", count: 7, examples: ["x/1", "x/2"])
    ],
    findings: .clusters(
      ClusterEvaluation(
        level: "event",
        agreement: ClusterAgreement(
          documentCount: 1200, goldClusterCount: 66, foundClusterCount: 71,
          bCubed: PrecisionRecall(precision: 0.9, recall: 0.75),
          pairwise: PrecisionRecall(precision: 0.5, recall: 0.125), adjustedRandIndex: 0.876_543_21,
          information: InformationAgreement(
            homogeneity: 0.96, completeness: 0.91, normalizedMutualInformation: 0.934_5,
            geometricNormalizedMutualInformation: 0.934_6, adjustedMutualInformation: 0.9,
            maximumAdjustedMutualInformation: 0.88)),
        pairs: PairCounts(together: 1000, found: 2000, gold: 8000, all: 719_400),
        mixedClusters: [
          .init(
            name: "4", documentCount: 30, partedPairs: 200,
            parts: [
              .init(name: "storm *one*", documentCount: 20, example: "a/7"),
              .init(name: "storm two", documentCount: 10, example: "b/1"),
            ])
        ],
        tornLabels: [
          .init(
            name: "storm two", documentCount: 11, partedPairs: 10,
            parts: [
              .init(name: "4", documentCount: 10, example: "b/1"),
              .init(name: nil, documentCount: 1, example: "b/9"),
            ])
        ])))

  static let duplicates = EvaluationReport(
    gold: "gold.jsonl", found: ["found.jsonl"],
    findings: .duplicates(
      DuplicateEvaluation(
        documentCount: 2000, labelCount: 1686, familyCount: 310,
        records: DuplicateAgreement(rightlyRemoved: 313, wronglyRemoved: 2, redundant: 314),
        pairs: PairCounts(together: 330, found: 340, gold: 331, all: 1_999_000),
        mixedFamilies: [
          .init(
            representative: "id_1", label: "d00001", rightlyRemoved: 1,
            strangers: (0..<8).map { .init(id: "id_2\($0)", label: "d0000\($0)") })
        ],
        tornLabels: [
          .init(
            label: "d00044", missed: 1,
            parts: [
              .init(id: "id_8", removedFor: nil, rightlyRemoved: 2),
              .init(id: "id_9", removedFor: "id_1", rightlyRemoved: 0),
            ])
        ])))

  static let verdicts: EvaluationReport = {
    let outcomes = VerdictConfusion.Outcome.allCases
    var counts = outcomes.map { _ in outcomes.map { _ in 0 } }
    counts[0][0] = 100
    counts[2][2] = 1200
    counts[3][3] = 90
    counts[3][8] = 3
    counts[4][4] = 50
    counts[4][5] = 1
    return EvaluationReport(
      gold: "planted.gold.jsonl", found: ["found.jsonl"],
      findings: .verdicts(
        VerdictConfusion(
          counts: counts, rightCount: 1440, caseCount: 1444,
          kinds: [
            .init(name: "trimmed", rightCount: 90, caseCount: 93),
            .init(name: "template", rightCount: 1200, caseCount: 1200),
          ], factsExpected: 20, factsFound: 19,
          removedSiblings: ["t+1"],
          mistakes: [
            .init(id: "a+trimmed", original: "a", kind: "trimmed", expected: .nearCopy, found: .related),
            .init(
              id: "b+excerpt", original: "b", kind: nil, expected: .contained, found: .reversed,
              removedFor: "c"),
          ])))
  }()

  static let passages = EvaluationReport(
    gold: "cases.jsonl", found: ["found.jsonl"],
    leftOut: [.init(what: "detection lies in a pair that is not listed", count: 1, examples: ["s4 – t9"])],
    findings: .passages(
      PassageEvaluation(
        category: "summary", listedPairCount: 1180,
        agreement: PassageAgreement(
          caseCount: 238, detectionCount: 140, coverage: PrecisionRecall(precision: 0.9, recall: 0.45),
          granularity: 1.25, plagdet: 0.512_8),
        missed: [
          PassageRecord(
            passage: PassageCase(pair: .init(a: "s1", b: "t1"), a: 100..<180, b: 0..<2000),
            category: "summary",
            line: 7)
        ],
        strays: [
          PassageRecord(
            passage: PassageCase(pair: .init(a: "s2", b: "t2"), a: 0..<40, b: 10..<50), line: 3)
        ])))

  private static func points(_ counts: [(Int, Int)]) -> [ThresholdCalibration.Point] {
    counts.enumerated().compactMap { position, count in
      DecimalFraction("\(40 + 10 * position)%").map { threshold in
        let records = DuplicateAgreement(rightlyRemoved: count.0, wronglyRemoved: count.1, redundant: 100)
        return ThresholdCalibration.Point(
          threshold: threshold, records: records,
          pairs: PairCounts(together: count.0, found: count.0 + 2 * count.1, gold: 120, all: 499_500),
          f1: .init(lower: records.f1 - 0.03, upper: min(1, records.f1 + 0.02)),
          precisionLowerBound: records.removal.precision - 0.05)
      }
    }
  }

  static let calibration = EvaluationReport(
    gold: "labels.jsonl", found: ["archive.jsonl", "more/"],
    findings: .calibration(
      ThresholdCalibration(
        documentCount: 1000, labelCount: 900, redundantLabelCount: 80, aim: .bestF1,
        points: points([(98, 60), (97, 8), (96, 1), (96, 1), (90, 0), (61, 0), (40, 0)]),
        proposal: .init(point: 3, range: 1...4, plateau: 2...3),
        crossValidation: .init(
          folds: 10, records: DuplicateAgreement(rightlyRemoved: 95, wronglyRemoved: 3, redundant: 100),
          points: [3, 3, 2, 3, 3, 3, 4, 3, nil, 3]), resamples: 1000, confidence: 0.95, seed: 1,
        configured: DecimalFraction("0.8"))))

  /// A precision that no threshold is sure to reach.
  static let hopeless = EvaluationReport(
    gold: "labels.jsonl", found: ["archive.jsonl"],
    findings: .calibration(
      ThresholdCalibration(
        documentCount: 1000, labelCount: 900, redundantLabelCount: 1, aim: .precision(0.99),
        points: points([(98, 60), (97, 8)]), proposal: nil, crossValidation: nil, resamples: 1000,
        confidence: 0.95, seed: 1, configured: DecimalFraction("0.5"))))
}

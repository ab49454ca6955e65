import AnalysisModel

/// Says what checking similar pairs against brute force has shown.
public struct VerificationWording: Sendable {
  private let verification: Verification
  private let noun: String

  /// The wording of a verification.
  ///
  /// - Parameter noun: what was drawn: document, vector.
  public init(_ verification: Verification, noun: String) {
    self.verification = verification
    self.noun = noun
  }

  /// `verified 200 documents against brute force: recall 1.000000 (1,234 of 1,234 pairs), no false pair, largest
  /// score error 0`.
  public var summary: String {
    let pairs =
      "\(Wording.grouped(verification.foundCount)) of \(Wording.counted(verification.expectedCount, "pair"))"
    let wrong =
      verification.wrongCount == 0 ? "no false pair" : Wording.counted(verification.wrongCount, "false pair")
    return "verified \(Wording.counted(verification.rowCount, noun)) against brute force: "
      + "recall \(recall) (\(pairs)), \(wrong), "
      + "largest score error \(JSONWriter.spelling(verification.largestScoreError))"
  }

  /// What to tell where the result is not what it should be; nil where it is.
  public func failure(idOfA: (Int) -> String, idOfB: (Int) -> String) -> RefrainError? {
    guard !verification.hasPassed else { return nil }
    func named(_ pair: SimilarPair) -> String {
      "‘\(Label.ofID(idOfA(pair.a)))’ – ‘\(Label.ofID(idOfB(pair.b)))’"
    }
    let first: String
    if let pair = verification.missing.first {
      first = "the pair \(named(pair)) with score \(JSONWriter.spelling(pair.score)) is missing"
    } else if let pair = verification.wrong.first {
      first = "the pair \(named(pair)) with score \(JSONWriter.spelling(pair.score)) is wrong"
    } else if let pair = verification.wronglyScored {
      first = "the score \(JSONWriter.spelling(pair.score)) of \(named(pair)) is wrong"
    } else {
      first = "the counts do not agree"
    }
    return RefrainError(
      "the result failed its verification: \(first); \(summary)",
      remedy: "report this with the input and the options; do not rely on this result")
  }

  // Cut, not rounded: 1.000000 means every pair.
  private var recall: String {
    let millionths =
      verification.expectedCount == 0
      ? 1_000_000 : verification.foundCount * 1_000_000 / verification.expectedCount
    let digits = "\(millionths % 1_000_000)"
    return "\(millionths / 1_000_000).\(String(repeating: "0", count: 6 - digits.count))\(digits)"
  }
}

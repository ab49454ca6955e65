import AnalysisModel

/// Says what checking similar pairs against brute force has shown.
public struct VerificationWording: Sendable {
  private let verification: Verification
  private let noun: String
  private let count: Int

  /// The wording of a verification.
  ///
  /// - Parameters:
  ///   - noun: what was drawn: document, vector.
  ///   - count: how many there are to draw from.
  public init(_ verification: Verification, noun: String, count: Int) {
    self.verification = verification
    self.noun = noun
    self.count = count
  }

  /// `verified 200 documents against brute force: recall 1.000000 (1,234 of 1,234 pairs), no false pair, largest
  /// score error 0`. Where no pair counts there is no recall to speak of.
  public var summary: String {
    let drawsAll = verification.rowCount == count && count > 1
    let subject =
      "verified \(drawsAll ? "all " : "")\(Wording.counted(verification.rowCount, noun)) against brute force: "
    let wrong =
      verification.wrongCount == 0 ? "no false pair" : Wording.counted(verification.wrongCount, "false pair")
    guard verification.expectedCount > 0 else {
      let owner = verification.rowCount == 1 ? "its" : "their"
      return subject
        + "none of \(owner) pairs counts, so only the absence of false pairs was tested: \(wrong)"
    }
    let pairs =
      "\(Wording.grouped(verification.foundCount)) of \(Wording.counted(verification.expectedCount, "pair"))"
    return subject + "recall \(recall) (\(pairs)), \(wrong), "
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
    let millionths = verification.foundCount * 1_000_000 / verification.expectedCount
    let digits = "\(millionths % 1_000_000)"
    return "\(millionths / 1_000_000).\(String(repeating: "0", count: 6 - digits.count))\(digits)"
  }
}

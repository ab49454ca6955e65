import AnalysisModel

/// An explanation in sentences and cells, shared by the formats for people.
struct ExplanationWording {
  private let explanation: DuplicateExplanation
  private let report: AnalysisReport

  init(_ explanation: DuplicateExplanation, _ report: AnalysisReport) {
    self.explanation = explanation
    self.report = report
  }

  // MARK: The verdict

  /// What the two are to each other and why, in a few sentences.
  var verdict: [String] {
    var sentences: [String] = []
    if let deciding = explanation.deciding {
      sentences.append(verdict(of: deciding))
    } else {
      sentences.append("Not duplicates of each other: no rule holds.")
      if let nearest = explanation.nearest {
        sentences.append("Nearest came \(name(nearest.rule)): \(outcome(nearest)).")
      } else {
        sentences.append("They share no shingle.")
      }
    }
    if explanation.factsDiffer {
      sentences.append("Facts differ: all that differs are numbers, names or dates.")
    }
    return sentences
  }

  private func verdict(of check: RuleCheck) -> String {
    switch check.rule {
    case .identical: "Identical: the same bytes."
    case .sameText: "Same text: the same words, written differently."
    case .template: "Template: both fill one frame with other facts; neither replaces the other."
    case .nearCopy, .identity: "Near copies of each other: \(outcome(check))."
    case .aInB: "A is contained in B: \(outcome(check))."
    case .bInA: "B is contained in A: \(outcome(check))."
    }
  }

  // MARK: The rules

  /// The name of a rule.
  func name(_ rule: RuleCheck.Rule) -> String {
    switch rule {
    case .identical: "identical bytes"
    case .sameText: "same words"
    case .template: "one template"
    case .nearCopy: "near copy"
    case .identity: "misread copy"
    case .aInB: "A contained in B"
    case .bInA: "B contained in A"
    }
  }

  /// Whether a rule holds, and the figures.
  func outcome(_ check: RuleCheck) -> String {
    switch check.rule {
    case .identical: return check.holds ? "the bytes are the same" : "the bytes differ"
    case .sameText: return check.holds ? "the words are the same" : "the words differ"
    case .template: return template(check)
    case .identity where check.measure == nil: return "more than half of the characters differ"
    case .identity, .nearCopy, .aInB, .bInA: break
    }
    guard let measure = check.measure else { return "" }
    let label =
      switch check.rule {
      case .nearCopy: "Jaccard"
      case .identity: "characters"
      default: "containment"
      }
    var text =
      "\(label) \(Wording.grouped(measure.part))/\(Wording.grouped(measure.whole)) = "
      + "\(Self.decimals(measure)) \(measure.isMet ? "≥" : "<") \(measure.threshold)"
    if let length = check.length {
      let sign = length.isMet ? "≥" : "<"
      text += ", \(Wording.counted(length.tokens, "word")) \(sign) \(Wording.grouped(length.minimum))"
    }
    switch check.circumstance {
    case .otherNumbers: text += ", but most numbers and dates are others"
    case .sameNumbers: text += ", and since numbers and dates agree, twice as much may differ"
    case .fewRareShingles: text += ", but less than an eighth of the rare shingles is shared"
    case nil: break
    }
    return text
  }

  private func template(_ check: RuleCheck) -> String {
    let groups = explanation.sides.compactMap(\.standing.template)
    if check.holds, let group = groups.first { return "both fill template \(group)" }
    return groups.isEmpty ? "neither fills a template" : "they do not fill the same template"
  }

  /// Four decimals, rounded towards the side of the threshold on which the exact share lies.
  static func decimals(_ measure: RuleCheck.Measure) -> String {
    let unit = 10_000
    var value = Int((measure.value * Double(unit)).rounded())
    let least = measure.threshold
    // A share of .79999 must not read as .8 < .8.
    if !measure.isMet && value * least.denominator >= least.numerator * unit && value > 0 { value -= 1 }
    if measure.isMet && value * least.denominator < least.numerator * unit { value += 1 }
    if value == unit && measure.part < measure.whole { value -= 1 }
    let digits = "\(value % unit)"
    return "\(value / unit)." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  // MARK: The sizes

  /// `412 words, 405 shingles, 2,310 bytes`.
  func sizes(_ side: DuplicateExplanation.Side) -> String {
    [
      Wording.counted(side.tokens, "word"), Wording.counted(side.shingles, "distinct shingle"),
      Wording.counted(side.bytes, "byte"),
    ].joined(separator: ", ")
  }

  /// What both hold.
  var shared: String {
    let union = explanation.a.shingles + explanation.b.shingles - explanation.sharedShingles
    return "\(Wording.counted(explanation.sharedShingles, "shingle")) in both, of "
      + "\(Wording.grouped(union)) in either; "
      + "\(Wording.counted(explanation.alignedTokens, "word")) in both by alignment"
  }

  /// What a shingle is here.
  var shingleRule: String {
    "A shingle is a run of \(Wording.counted(report.configuration.duplicates.shingleWords, "word"))."
  }

  // MARK: The families

  /// What the families say about each side, and why the two are or are not in one.
  var families: [String] {
    let labelled = zip(["A", "B"], explanation.sides)
    var sentences = labelled.map { "\($0) \(standing($1.standing))." }
    if let together { sentences.append(together) }
    return sentences
  }

  private func standing(_ standing: DuplicateStanding) -> String {
    var text: String
    switch standing.role {
    case .alone: text = "belongs to no family"
    case .representative(let family, let size):
      text = "represents family \(family) of \(Wording.counted(size, "document"))"
    case .member(let member, let family, let representative):
      text = "belongs to family \(family) of \(id(representative)), as \(FamilyWording.verdict(of: member))"
    }
    if let template = standing.template { text += ", and fills template \(template)" }
    return text
  }

  private func id(_ document: Int) -> String {
    if document == explanation.a.document { return "A" }
    if document == explanation.b.document { return "B" }
    return Label.ofID(report.corpus.documents[document].id)
  }

  /// Nil where there is nothing to explain: no relation, no family in common.
  private var together: String? {
    let (a, b) = (explanation.a.standing, explanation.b.standing)
    if let family = a.family, family == b.family { return sameFamily(a, b) }
    guard let deciding = explanation.deciding else { return nil }
    if deciding.rule == .template {
      return "Documents that fill one template are no copies: they are kept apart."
    }
    let claims = zip(["A", "B"], [a, b]).compactMap { label, standing -> String? in
      guard case .member(_, _, let representative) = standing.role else { return nil }
      return "\(label) by \(id(representative))"
    }
    if claims.isEmpty {
      if a.template != nil || b.template != nil {
        return
          "Related, but in no common family: what fills a template is only copied by what says the same facts."
      }
      return report.configuration.duplicates.linkage == .complete
        ? "Related, but in no common family: with complete linkage every two members must be related."
        : "Related, but in no common family."
    }
    return "Related, but claimed by another document first: \(Wording.list(claims)). Documents are walked in "
      + "order, and each joins one family only."
  }

  private func sameFamily(_ a: DuplicateStanding, _ b: DuplicateStanding) -> String? {
    guard case .member(_, _, let representative) = a.role, case .member = b.role else { return nil }
    let relation = explanation.deciding == nil ? "not related to each other" : "related to each other, too"
    return "Both are in the family of \(id(representative)); they are \(relation)."
  }
}

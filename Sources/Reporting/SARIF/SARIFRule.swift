import AnalysisModel

/// What a SARIF result is about: one rule for each verdict, for template groups and for passages.
enum SARIFRule: String, CaseIterable {
  case identical
  case sameText = "same-text"
  case nearCopy = "near-copy"
  case contained
  case related
  case template
  case passage

  init(_ verdict: DuplicateVerdict) {
    switch verdict {
    case .identical: self = .identical
    case .sameText: self = .sameText
    case .nearCopy: self = .nearCopy
    case .contained: self = .contained
    case .related: self = .related
    }
  }

  /// The position in the driver's list of rules.
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// A name for people, in SARIF's spelling.
  var name: String {
    switch self {
    case .identical: "IdenticalDocument"
    case .sameText: "SameText"
    case .nearCopy: "NearCopy"
    case .contained: "ContainedDocument"
    case .related: "RelatedDocument"
    case .template: "TemplateGroup"
    case .passage: "RepeatedPassage"
    }
  }

  /// Copies are worth a warning; what may well be meant is a note.
  var level: String {
    switch self {
    case .identical, .sameText, .nearCopy, .contained: "warning"
    case .related, .template, .passage: "note"
    }
  }

  /// What the rule finds, in one sentence.
  var summary: String {
    switch self {
    case .identical: "A document has the same bytes as another in all fields that are compared."
    case .sameText: "A document has the same words as another."
    case .nearCopy: "A document shares most of its shingles with another."
    case .contained: "Nearly all of a document stands inside another."
    case .related: "A document leads to another over copies of copies (--linkage components)."
    case .template: "Several documents fill one frame with different facts."
    case .passage: "A run of words stands at two or more places."
    }
  }

  /// What there is to know besides.
  var explanation: String {
    switch self {
    case .identical: "Either can be removed without losing a byte of text."
    case .sameText: "Only case, white space, punctuation or Unicode form differ."
    case .nearCopy:
      "The Jaccard similarity of the shingle sets is at or above the threshold of the configuration."
    case .contained: "The share of the document's shingles that the other holds is at or above the threshold."
    case .related: "The two are no copies of each other; what lies between them is."
    case .template: "They differ in numbers, names and dates only. None of them is a copy of another."
    case .passage: "The passage is as long as it can be made, and all of its places are listed together."
    }
  }
}

extension JSONWriter {
  /// The rules of the driver, in the order of `SARIFRule`.
  mutating func sarifRules() {
    arrayField("rules") { writer in
      for rule in SARIFRule.allCases {
        writer.object { writer in
          writer.field("id", rule.rawValue)
          writer.field("name", rule.name)
          writer.objectField("shortDescription") { $0.field("text", rule.summary) }
          writer.objectField("fullDescription") { $0.field("text", "\(rule.summary) \(rule.explanation)") }
          writer.objectField("defaultConfiguration") { $0.field("level", rule.level) }
        }
      }
    }
  }
}

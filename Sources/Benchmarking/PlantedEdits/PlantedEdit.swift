/// What is done to a document to make a planted copy of it.
public enum PlantedEdit: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case identical
  /// Case, white space, punctuation or Unicode form changed; every token stays the same.
  case sameText = "same-text"
  /// The first or last 3 to 10 % of the sentences cut off, one at least.
  case trimmed
  /// Only the first or last 50 to 70 % of the sentences kept.
  case excerpt
  /// Sentences moved: mostly one to three of them, sometimes all.
  case reordered
  /// 0.5 to 2 % of the characters wrong, as by careless typing or a scan; 2 to 10 % in a noisy corpus.
  case noise
  /// Lines of a web page before and after, up to an eighth of the text.
  case wrappedLightly = "wrapped-lightly"
  /// Lines of a web page before and after, half as long as the text to as long.
  case wrapped
  /// A passage of 40 to 120 tokens quoted in another document.
  case quotation
  /// A lone copy with other numbers, names or dates.
  case facts
  /// Two to seven siblings with other facts in the same places, all near copies but for those.
  case template
  /// The same with so many facts that siblings fall below the thresholds of near copies.
  case templateOfManyFacts = "template-many-facts"

  /// The edits of a corpus; a noisy one has those whose verdict does not depend on clean words.
  static func planted(noisy: Bool) -> [PlantedEdit] {
    noisy ? [.identical, .sameText, .noise, .quotation] : allCases
  }

  /// Scarcest first: those that ask most of a document choose before the others.
  static let choosingOrder: [PlantedEdit] = [
    .templateOfManyFacts, .template, .facts, .wrapped, .excerpt, .reordered, .quotation, .trimmed,
    .wrappedLightly, .noise, .sameText, .identical,
  ]

  /// Whether one original gets several copies.
  var makesSiblings: Bool { self == .template || self == .templateOfManyFacts }
}

/// How two documents relate, by the definitions of the duplicate search; the first that holds.
public enum PlantedVerdict: String, Sendable, Hashable, CaseIterable {
  /// The same bytes.
  case identical
  /// The same tokens.
  case sameText = "same-text"
  /// Siblings that fill one frame with different facts, three at least.
  case template
  /// A Jaccard similarity of at least 0.8, or, for noise, the same text but for wrong characters.
  case nearCopy = "near-copy"
  /// At least 0.9 of the shingles of one, which has 30 tokens or more, stand in the other.
  case contained
  /// None of these: nothing may be removed.
  case related
}

/// What a search must say about a planted copy and its original: a line of the gold file.
///
/// As JSON: `{"id":"a+trimmed","original":"a","edit":"trimmed","verdict":"near-copy"}`. Where the verdict is
/// `contained`, `"contained":ID` names the document that stands inside the other; `"facts":"differ"` says
/// that only facts do; `"accepted":[…]` names further verdicts that are right too.
public struct PlantedCase: Sendable, Hashable {
  /// The copy's id.
  public var id: String
  /// The id of what it was made from.
  public var original: String
  /// What was done.
  public var edit: PlantedEdit
  /// What is expected.
  public var verdict: PlantedVerdict
  /// The id of the contained document, for that verdict.
  public var contained: String?
  /// Whether all that differs is facts.
  public var factsDiffer = false
  /// Other verdicts that count as right.
  public var accepted: [PlantedVerdict] = []

  /// Appends the case as one JSON line.
  func appendJSONLine(to bytes: inout [UInt8]) {
    bytes += #"{"id":"#.utf8
    DocumentLine.append(quoted: id.utf8, to: &bytes)
    bytes += #","original":"#.utf8
    DocumentLine.append(quoted: original.utf8, to: &bytes)
    bytes += #","edit":"\#(edit.rawValue)","verdict":"\#(verdict.rawValue)""#.utf8
    if let contained {
      bytes += #","contained":"#.utf8
      DocumentLine.append(quoted: contained.utf8, to: &bytes)
    }
    if factsDiffer { bytes += #","facts":"differ""#.utf8 }
    if !accepted.isEmpty {
      bytes += #","accepted":[\#(accepted.map { "\"\($0.rawValue)\"" }.joined(separator: ","))]"#.utf8
    }
    bytes += "}\n".utf8
  }
}

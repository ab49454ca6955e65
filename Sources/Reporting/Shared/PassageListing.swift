import AnalysisModel

/// The repeated passages in the order a person is shown them, and what to know before reading them.
///
/// Copies of a document repeat all of its passages, and fillings of a template its frame: those that a family or
/// a template group explains come last.
struct PassageListing {
  let shown: [Passage]
  let omitted: Int
  /// What the kinds that occur mean, in one line.
  let legend: String
  /// How the passages are ordered, where it is not simply by place.
  let order: String?

  init(_ report: AnalysisReport, limit: Int) {
    let passages = report.passages?.passages ?? []
    let families = FamilyIndex(report)
    let explained = passages.count(where: families.explains)
    let list = Shortlist(
      passages, limit: limit, isLesser: { explained > 0 && families.explains($0) }, weight: \.weight)
    shown = list.shown
    omitted = list.omitted
    let kinds = Set(passages.map(\.kind))
    var meanings = PassageKind.allCases.filter(kinds.contains).map { "\($0.wording): \($0.meaning)" }
    if passages.contains(where: \.isLine) {
      meanings.append("a repeated line: a whole line, shorter than other passages may be")
    }
    legend = Self.sentence(meanings.joined(separator: "; "))
    let weight =
      omitted > 0
      ? "the \(Wording.grouped(shown.count)) heaviest (words × further places), heaviest first" : nil
    let last =
      explained > 0 && explained < passages.count
      ? "passages between copies of one family come last" : nil
    let parts = [weight, last].compactMap { $0 }
    order = parts.isEmpty ? nil : Self.sentence(parts.joined(separator: "; "))
  }

  var total: Int { shown.count + omitted }

  private static func sentence(_ text: String) -> String {
    text.isEmpty ? "" : text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

/// Which family of duplicates and which template group each document is in; copies follow the one they copy.
private struct FamilyIndex {
  private var familyOfDocument: [Int: Int] = [:]
  private var templateOfDocument: [Int: Int] = [:]

  init(_ report: AnalysisReport) {
    for family in report.duplicates?.families ?? [] {
      familyOfDocument[family.representative] = family.number
      for member in family.members { familyOfDocument[member.document] = family.number }
    }
    for template in report.duplicates?.templates ?? [] {
      for document in template.documents { templateOfDocument[document] = template.number }
    }
    for family in report.duplicates?.families ?? [] {
      guard let template = templateOfDocument[family.representative] else { continue }
      for member in family.members { templateOfDocument[member.document] = template }
    }
  }

  /// Whether a passage stands in several documents, all of one family or of one template group.
  func explains(_ passage: Passage) -> Bool {
    guard let first = passage.places.first,
      passage.places.contains(where: { $0.document != first.document })
    else { return false }
    return [familyOfDocument, templateOfDocument].contains { index in
      guard let number = index[first.document] else { return false }
      return passage.places.allSatisfy { index[$0.document] == number }
    }
  }
}

extension PassageKind {
  /// The kind in a word for people.
  var wording: String { rawValue }

  /// What the kind means, in a few words.
  var meaning: String {
    switch self {
    case .internal: "within one document"
    case .reused: "in several"
    case .syndicated: "makes up more than half of at least two documents"
    case .quotation: "between quotation marks at all places but one"
    case .boilerplate: "at the same place in many documents of one source"
    }
  }
}

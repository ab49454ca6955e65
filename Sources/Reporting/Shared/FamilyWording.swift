import AnalysisModel

/// Families and template groups in words, the same in all formats for people.
enum FamilyWording {
  /// How well a family holds together; nil where one member shows it or all say the same.
  static func strength(of family: DuplicateFamily, in corpus: Corpus) -> String? {
    guard family.members.count > 1, let weakest = family.weakestMember, weakest.strength < 1 else {
      return nil
    }
    let id = Label.ofID(corpus.documents[weakest.document].id)
    return "weakest link \(Wording.score(weakest.strength)) (\(id)), "
      + "median \(Wording.score(family.medianScore))"
  }

  /// The verdict on a member with the figure it rests on.
  static func verdict(of member: DuplicateMember) -> String {
    switch member.verdict {
    case .identical, .sameText: member.verdict.wording
    case .nearCopy:
      (member.identity.map { "near copy, \(Wording.score($0)) of it aligned" }
        ?? "near copy \(Wording.score(member.score))") + (member.factsDiffer ? ", facts differ" : "")
    case .contained: "contained, \(Wording.score(member.containment)) of it"
    case .related: "related through others, itself \(Wording.score(member.score))"
    }
  }

  /// `300 documents, 4 places filled differently`.
  static func size(of template: TemplateGroup) -> String {
    Wording.counted(template.documents.count, "document") + ", "
      + Wording.counted(template.slotCount, "place") + " filled differently"
  }

  /// What a template group is.
  static let template =
    "Each template is a text that at least three documents share word for word but for numbers, names and "
    + "dates. They are not copies of each other: all are kept."

  /// The first words of a document's text on one line; nil where there are none.
  static func opening(of document: Document, width: Int) -> String? {
    // Enough bytes for the columns shown; a character cut in two at the end is left out with the last word.
    let start = String(decoding: document.text.bytes.prefix(8 * max(width, 1)), as: UTF8.self)
    let line = VisibleText.line(start)
    return line.isEmpty ? nil : TextLayout.truncated(line, width: width)
  }

  /// The words of a shared passage as the representative writes them.
  static func text(of passage: SharedPassage, in corpus: Corpus) -> String {
    let place = passage.representativePlace
    return corpus.documents[place.document].text(of: place.field)[place.bytes].string
  }
}

import AnalysisModel

extension VerdictConfusion {
  /// Lays families and template groups beside expected verdicts.
  ///
  /// The outcome of a pair is the verdict on the one that stands beside the other; `template` where both stand
  /// in one template group; `same-family` where they meet at a third document only, `elsewhere` where the
  /// document was removed for a stranger; else `related`. Where one of the two is the same text as the
  /// representative of both, the verdict on the other counts, for the representative is that text.
  ///
  /// - Parameters:
  ///   - gold: the cases.
  ///   - families: the documents of all families.
  ///   - templates: the documents of all template groups, with the group's number as label; a document stands
  ///     in one group at most.
  /// - Throws: `RefrainError` for a document that stands twice in the findings, and for an expected verdict that is
  ///   none.
  /// - Complexity: O(cases + documents).
  public static func judging(
    gold: JudgedFile<ExpectedVerdict>, families: JudgedFile<FamilyRecord>,
    templates: JudgedFile<LabelledRecord>
  ) throws(RefrainError) -> VerdictConfusion {
    let search = FoundVerdicts(
      families: families, ofFamilies: try IDIndex(families), templates: templates,
      ofTemplates: try IDIndex(templates))
    let outcomes = Outcome.allCases
    var counts = outcomes.map { _ in outcomes.map { _ in 0 } }
    var kinds: [Kind] = []
    var kindNumbers: [String: Int] = [:]
    var facts = (expected: 0, found: 0)
    var siblings = RemovedDocuments()
    var mistakes: [Mistake] = []
    for record in gold.records {
      let expected = try expectation(record.verdict, record, gold.path)
      let accepted = try record.accepted.map { text throws(RefrainError) in
        try expectation(text, record, gold.path)
      }
      let found = search.outcome(of: record)
      let isRight = found.outcome == expected || accepted.contains(found.outcome)
      counts[outcomes.firstIndex(of: expected) ?? 0][outcomes.firstIndex(of: found.outcome) ?? 0] += 1
      if let kind = record.kind {
        if kindNumbers[kind] == nil {
          kindNumbers[kind] = kinds.count
          kinds.append(Kind(name: kind))
        }
        let number = kindNumbers[kind] ?? 0
        kinds[number].caseCount += 1
        kinds[number].rightCount += isRight ? 1 : 0
      }
      if expected == .template {
        for id in [record.original, record.id] { siblings.add(id, if: search.isRemoved(id)) }
      }
      if record.factsDiffer && found.outcome == .nearCopy {
        facts.expected += 1
        facts.found += found.factsDiffer ? 1 : 0
      }
      if !isRight {
        mistakes.append(
          Mistake(
            id: record.id, original: record.original, kind: record.kind, expected: expected,
            found: found.outcome, removedFor: found.removedFor))
      }
    }
    return VerdictConfusion(
      counts: counts, rightCount: gold.records.count - mistakes.count, caseCount: gold.records.count,
      kinds: kinds, factsExpected: facts.expected, factsFound: facts.found,
      removedSiblings: siblings.ids, mistakes: mistakes)
  }

  private static func expectation(
    _ text: String, _ record: ExpectedVerdict, _ path: String
  ) throws(RefrainError) -> Outcome {
    let possible: [Outcome] = [.identical, .sameText, .template, .nearCopy, .contained, .related]
    if let outcome = Outcome(rawValue: text), possible.contains(outcome) { return outcome }
    throw RefrainError(
      "\(IDIndex.quoted(text)) is no verdict", path: path, line: record.line,
      remedy: "one of \(possible.map(\.rawValue).joined(separator: ", "))")
  }
}

/// Documents that were removed, each once.
private struct RemovedDocuments {
  private(set) var ids: [String] = []
  private var seen: Set<String> = []

  mutating func add(_ id: String, if isRemoved: Bool) {
    if isRemoved && seen.insert(id).inserted { ids.append(id) }
  }
}

/// What a search said about pairs of documents.
private struct FoundVerdicts {
  let families: JudgedFile<FamilyRecord>
  let ofFamilies: IDIndex
  let templates: JudgedFile<LabelledRecord>
  let ofTemplates: IDIndex

  struct Found {
    var outcome: VerdictConfusion.Outcome
    var factsDiffer = false
    var removedFor: String?
  }

  func outcome(of expected: ExpectedVerdict) -> Found {
    let copy = ofFamilies[expected.id].map { families.records[$0] }
    let original = ofFamilies[expected.original].map { families.records[$0] }
    if let copy, let original, copy.representative == original.representative {
      return outcome(within: copy, original, expected)
    }
    if let one = ofTemplates[expected.id], let other = ofTemplates[expected.original],
      templates.records[one].label == templates.records[other].label
    {
      return Found(outcome: .template)
    }
    if let copy, isRemoved(copy.id) { return Found(outcome: .elsewhere, removedFor: copy.representative) }
    return Found(outcome: .related)
  }

  /// Whether a representative may replace a document; `related` members of other linkages stay.
  func isRemoved(_ id: String) -> Bool {
    guard let index = ofFamilies[id] else { return false }
    let record = families.records[index]
    return record.representative != record.id && record.verdict != VerdictConfusion.Outcome.related.rawValue
  }

  /// The outcome for two documents of one family.
  private func outcome(within copy: FamilyRecord, _ original: FamilyRecord, _ expected: ExpectedVerdict)
    -> Found
  {
    // At most one of them says something about the pair: the other is the representative, or its text.
    let judged: FamilyRecord
    if isRepresentativeText(original) {
      judged = copy
    } else if isRepresentativeText(copy) {
      judged = original
    } else {
      return Found(outcome: .sameFamily, removedFor: copy.representative)
    }
    let verdict = weaker(of: judged, than: judged.id == copy.id ? original : copy)
    guard let outcome = VerdictConfusion.Outcome(rawValue: verdict) else {
      return Found(outcome: .sameFamily, removedFor: copy.representative)
    }
    if outcome == .contained, let contained = expected.contained, contained != judged.id {
      return Found(outcome: .reversed)
    }
    return Found(outcome: outcome, factsDiffer: judged.factsDiffer)
  }

  private func isRepresentativeText(_ record: FamilyRecord) -> Bool {
    record.id == record.representative || record.verdict == "identical" || record.verdict == "same-text"
  }

  /// The verdict on a document against one that is the representative or has its text: bytes that equal the
  /// representative's need not equal those of another with the same words.
  private func weaker(of judged: FamilyRecord, than other: FamilyRecord) -> String {
    let own = judged.id == judged.representative ? "identical" : judged.verdict ?? ""
    return own == "identical" && other.verdict == "same-text" ? "same-text" : own
  }
}

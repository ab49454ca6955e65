import AnalysisModel

/// Sees to it that every id stands for one document.
enum DocumentIDs {
  /// Renames later bearers of an id, or stops at the first.
  ///
  /// Ids are compared as Swift compares strings: spellings that differ only in Unicode normalisation are the
  /// same. The first bearer keeps its id; the others get `~2`, `~3` … , and no id that any document was given
  /// is taken away from it.
  ///
  /// - Throws: `RefrainError` that names both records, unless the policy is to add suffixes.
  static func makeUnique(
    _ documents: inout [Document], policy: InputOptions.DuplicateIDPolicy
  ) throws(RefrainError) {
    if areSurelyUnique(documents) { return }
    var firstBearer: [String: Int] = Dictionary(minimumCapacity: documents.count)
    var later: [Int] = []
    for index in documents.indices {
      let id = documents[index].id
      guard let first = firstBearer[id] else {
        firstBearer[id] = index
        continue
      }
      if policy == .stop {
        throw error(id: id, first: documents[first].origin, second: documents[index].origin)
      }
      later.append(index)
    }
    var counters: [String: Int] = [:]
    for index in later {
      let id = documents[index].id
      var number = counters[id] ?? 2
      while firstBearer["\(id)~\(number)"] != nil { number += 1 }
      counters[id] = number + 1
      documents[index].id = "\(id)~\(number)"
      firstBearer[documents[index].id] = index
    }
  }

  /// Whether all ids are ASCII and no two have the same fingerprint: the common case, at a fraction of the cost of
  /// hashing strings by Unicode's rules.
  private static func areSurelyUnique(_ documents: [Document]) -> Bool {
    var fingerprints = IDFingerprints(capacity: documents.count)
    return documents.allSatisfy { fingerprints.addIfSurelyNew($0.id) }
  }

  /// `b.jsonl:3: record 2 has the id ‘7’, which record 1 of a.jsonl (line 1) already has.` The record stands
  /// in the sentence and so not in the error's field, which would say it again.
  private static func error(
    id: String, first: Document.Origin, second: Document.Origin
  ) -> RefrainError {
    let later = second.record.map { "record \($0)" } ?? "the document"
    var earlier = first.path
    if let record = first.record {
      earlier = first.path == second.path ? "record \(record)" : "record \(record) of \(first.path)"
    }
    if let line = first.line { earlier += " (line \(line))" }
    return RefrainError(
      "\(later) has the id \(NameInData.quoted(id, mostCharacters: 200)), which \(earlier) already has",
      path: second.path, line: second.line, remedy: "--on-duplicate-id suffix")
  }
}

import AnalysisModel

/// Puts documents in the order in which a curator would rather keep them.
///
/// A family's representative is the first of its documents in this order, except that a document contained in
/// another one gives way to it.
public struct KeepOrder: Sendable {
  private let policies: KeepPolicies

  /// An order by some rules.
  public init(_ policies: KeepPolicies) { self.policies = policies }

  /// All document indices, the ones rather kept first; ties in input order.
  ///
  /// A date counts by day. One known to the month or year only comes after all that are known to the day and may
  /// be of that month or year, whichever end is asked for; one without a year counts as none.
  ///
  /// - Parameter dates: by document index; needed where `KeepPolicies.needsDates`.
  /// - Complexity: O(n log n), and O(bytes) for `longest`.
  public func order(of documents: [Document], dates: [DocumentDating]?) -> [Int] {
    precondition(
      dates.map { $0.count == documents.count } ?? !policies.needsDates,
      "\(dates?.count ?? 0) dates for \(documents.count) documents")
    let ranks = policies.policies.compactMap { rank(by: $0, documents, dates ?? []) }
    if ranks.isEmpty { return Array(documents.indices) }
    return documents.indices.sorted { a, b in
      for rank in ranks where rank[a] != rank[b] { return rank[a] < rank[b] }
      return a < b
    }
  }

  /// What a user should know about the data where these rules decide: documents without the date that is asked
  /// for, and sources that no document has.
  public func warnings(about documents: [Document], dates: [DocumentDating]?) -> [DataWarning] {
    var warnings: [DataWarning] = []
    if policies.needsDates, let dates {
      let undated = dates.count { Self.sortableDate($0) == nil }
      if undated > 0 {
        warnings.append(
          DataWarning(
            message: "\(undated) of \(documents.count) documents have no date with a year; "
              + "--keep \(policies) puts them last"))
      }
    }
    var known: Set<String>?
    for case .sources(let names) in policies.policies {
      let all = known ?? Set(documents.map(\.provenance))
      known = all
      for name in names where !all.contains(name) {
        warnings.append(DataWarning(message: "no document has the source ‘\(name)’ (--keep)"))
      }
    }
    return warnings
  }

  /// For each document a rank, lower ones rather kept; nil for input order.
  private func rank(
    by policy: KeepPolicy, _ documents: [Document], _ dates: [DocumentDating]
  ) -> [Int]? {
    switch policy {
    case .first: return nil
    case .longest: return documents.map { -Self.characterCount(of: $0.text) }
    case .newest:
      return dates.map { dating in
        Self.sortableDate(dating).map { -Self.number(of: $0, unknown: 0) } ?? Int.max
      }
    case .oldest:
      return dates.map { dating in
        Self.sortableDate(dating).map { Self.number(of: $0, unknown: 99) } ?? Int.max
      }
    case .sources(let names):
      let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
      return documents.map { places[$0.provenance] ?? Int.max }
    }
  }

  /// Code points: all bytes of UTF-8 but the continuations.
  private static func characterCount(of text: UTF8Text) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
  }

  private static func sortableDate(_ dating: DocumentDating) -> PartialDate? {
    dating.dated.flatMap { $0.date.year == nil ? nil : $0.date }
  }

  /// Year, month and day as one number.
  private static func number(of date: PartialDate, unknown: Int) -> Int {
    ((date.year ?? 0) * 100 + (date.month ?? unknown)) * 100 + (date.day ?? unknown)
  }
}

import AnalysisModel

/// The identities of all findings of a report: by them a baseline, and whoever reads fingerprints, knows them again.
public struct FindingIdentities: Sendable {
  /// For each family, the representative and the members, in the order of `members`.
  public let families: [[DocumentIdentity]]
  /// For each template group, its documents.
  public let templates: [[DocumentIdentity]]
  /// For each passage, the digest of its words.
  public let passages: [String]
  /// For each passage, the stable ids of the documents of its places, in the order of `places`.
  public let places: [[String]]

  /// Works out the identities of what a report holds; documents that are in no finding are not looked at.
  ///
  /// - Complexity: O(bytes of documents in families and groups + bytes of passages + places).
  public init(of report: AnalysisReport) {
    let documents = report.corpus.documents
    let includesTitle = report.configuration.features.includeTitle
    func identities(_ indices: [Int]) -> [DocumentIdentity] {
      indices.map { DocumentIdentity(of: documents[$0], includesTitle: includesTitle) }
    }
    families = (report.duplicates?.families ?? []).map {
      identities([$0.representative] + $0.members.map(\.document))
    }
    templates = (report.duplicates?.templates ?? []).map { identities($0.documents) }
    let found = report.passages?.passages ?? []
    passages = found.map { PassageIdentity.digest(of: $0.text) }
    places = found.map { $0.places.map { DocumentIdentity.stableID(of: documents[$0.document]) } }
  }

  /// What tells the relation of two documents from all others, whichever of them represents the other.
  public static func fingerprint(_ a: DocumentIdentity, _ b: DocumentIdentity) -> String {
    let spellings = [a.spelling, b.spelling].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var hash = SHA256()
    hash.update("duplicate\n\(spellings[0])\n\(spellings[1])")
    return hash.prefix()
  }

  /// What tells a template group from all others: the least of its documents, in whatever order they come.
  public static func fingerprint(ofTemplate documents: [DocumentIdentity]) -> String {
    let spellings = documents.map(\.spelling)
    let least = spellings.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? ""
    var hash = SHA256()
    hash.update("template\n\(least)")
    return hash.prefix()
  }
}

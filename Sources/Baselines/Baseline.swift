import AnalysisModel

/// The findings of an earlier run by their identities: what is known and need not be told again.
public struct Baseline: Sendable, Hashable {
  /// The version of the file's shape, and of what identities are made of.
  public static let schemaVersion = 1

  /// Which kinds were looked for; of the others nothing is known.
  public var kinds: Set<FindingKind>
  /// The options that decide such findings, as spelled in the resolved configuration.
  public var settings: [String: String]
  /// Families of duplicates.
  public var families: [Family]
  /// Template groups.
  public var templates: [[DocumentIdentity]]
  /// How often each passage, by the digest of its words, stands in each document, by its stable id.
  public var passages: [String: [String: Int]]

  /// A representative and its copies.
  public struct Family: Sendable, Hashable {
    /// The representative, then the others.
    public var documents: [DocumentIdentity]
    /// How each of the others related to the representative; no part of an identity.
    public var verdicts: [DuplicateVerdict]

    /// A family at hand.
    public init(documents: [DocumentIdentity], verdicts: [DuplicateVerdict]) {
      precondition(
        documents.count == verdicts.count + 1, "\(documents.count) documents, \(verdicts.count) verdicts")
      self.documents = documents
      self.verdicts = verdicts
    }
  }

  /// A baseline made of identities at hand.
  public init(
    kinds: Set<FindingKind>, settings: [String: String] = [:], families: [Family] = [],
    templates: [[DocumentIdentity]] = [], passages: [String: [String: Int]] = [:]
  ) {
    self.kinds = kinds
    self.settings = settings
    self.families = families
    self.templates = templates
    self.passages = passages
  }

  /// What a report knows, all of it, whether it was new or not.
  ///
  /// - Parameter settings: the options that decide its findings.
  public init(of report: AnalysisReport, settings: [String: String]) {
    let identities = FindingIdentities(of: report)
    self.init(
      kinds: report.findingKinds, settings: settings,
      families: zip(report.duplicates?.families ?? [], identities.families).map { family, documents in
        Family(documents: documents, verdicts: family.members.map(\.verdict))
      },
      templates: identities.templates)
    for (digest, ids) in zip(identities.passages, identities.places) {
      for id in ids { passages[digest, default: [:]][id, default: 0] += 1 }
    }
  }

  /// The settings that differ from those of a run, as `name was (now is)`, sorted; one that only one side knows
  /// came or went with a version and says nothing.
  public func differences(from settings: [String: String]) -> [String] {
    self.settings.sorted { $0.key < $1.key }.compactMap { name, value in
      guard let now = settings[name], now != value else { return nil }
      return "\(name) was \(value) and is \(now)"
    }
  }
}

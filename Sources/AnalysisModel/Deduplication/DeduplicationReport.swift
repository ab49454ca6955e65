/// What removing duplicates does to a corpus, as values: who goes, for whom and why, and that all is accounted for.
public struct DeduplicationReport: Sendable {
  /// The configuration that decided.
  public let configuration: Configuration
  /// The documents, their account and the warnings about them.
  public let corpus: Corpus
  /// The corpus that was compared with (`--against`); none of its documents is ever removed.
  public let reference: Corpus?
  /// The removals in document order.
  public let removals: [Removal]
  /// What each source loses, in the order of the sources' first documents.
  public let sources: [SourceRemovals]
  /// What becomes of every record.
  public let account: RemovalAccount

  /// A report; checked to remove every document once at most, and none that stands for another one.
  ///
  /// - Precondition: removals ascend by document, and no keeper is removed.
  public init(
    configuration: Configuration, corpus: Corpus, reference: Corpus? = nil, removals: [Removal],
    sources: [SourceRemovals]
  ) {
    var isRemoved = [Bool](repeating: false, count: corpus.documents.count)
    var previous = -1
    for removal in removals {
      precondition(
        removal.document > previous, "document \(removal.document) is removed after document \(previous)")
      previous = removal.document
      isRemoved[removal.document] = true
    }
    for removal in removals {
      if case .document(let keeper) = removal.keeper {
        precondition(
          !isRemoved[keeper], "document \(removal.document) is removed for \(keeper), which is removed itself"
        )
      }
    }
    self.configuration = configuration
    self.corpus = corpus
    self.reference = reference
    self.removals = removals
    self.sources = sources
    account = RemovalAccount(
      read: corpus.account.recordsRead, kept: corpus.documents.count - removals.count,
      removed: removals.count, rejected: corpus.account.recordsRejected)
  }

  /// For every document, whether it is kept. O(documents).
  public var keptDocuments: [Bool] {
    var isKept = [Bool](repeating: true, count: corpus.documents.count)
    for removal in removals { isKept[removal.document] = false }
    return isKept
  }

  /// The document that stands for a removed one.
  public func keeper(of removal: Removal) -> Document {
    switch removal.keeper {
    case .document(let index): return corpus.documents[index]
    case .reference(let index):
      guard let reference else {
        preconditionFailure("document \(removal.document) is removed for a reference that there is not")
      }
      return reference.documents[index]
    }
  }
}

import AnalysisModel

/// What one threshold makes of the contents.
struct TriedThreshold: Sendable {
  let threshold: DecimalFraction
  let isConfigured: Bool
  private(set) var familyCount = 0
  private(set) var documentCount = 0
  private(set) var removalCount = 0
  private(set) var largestFamily = 0
  var above: [ContentLink] = []
  var below: [ContentLink] = []

  /// Counts documents: a content stands for all documents that have it.
  init(
    _ threshold: DecimalFraction, isConfigured: Bool, _ families: [FamilyWalk.Family], _ base: ContentSets
  ) {
    self.threshold = threshold
    self.isConfigured = isConfigured
    var isInFamily = [Bool](repeating: false, count: base.contents.count)
    for family in families {
      var documents = base.contents.documents(of: family.centre).count
      var removals = documents - 1
      isInFamily[family.centre] = true
      for member in family.members {
        isInFamily[member.content] = true
        let count = base.contents.documents(of: member.content).count
        documents += count
        // What is related through others only stays.
        removals += member.mayBeReplaced ? count : 0
      }
      add(documents: documents, removals: removals)
    }
    for content in 0..<base.contents.count where !isInFamily[content] {
      let documents = base.contents.documents(of: content).count
      if documents > 1 { add(documents: documents, removals: documents - 1) }
    }
  }

  private mutating func add(documents: Int, removals: Int) {
    familyCount += 1
    documentCount += documents
    removalCount += removals
    largestFamily = max(largestFamily, documents)
  }
}

import AnalysisModel
import Execution

/// Turns centres and claimed contents into families of documents with evidence.
struct FamilyBuilder: Sendable {
  let facts: ContentFacts
  /// For every content, how many shingles it has.
  let sizes: [Int]

  private var contents: DistinctContents { facts.contents }

  /// A document that goes into a family, and the relation of its content to the centre's.
  private struct Claim: Sendable {
    var representative: Int
    var document: Int
    /// The claimed content as the centre sees it; nil for the documents of the centre's own content.
    var relation: Relation?
    var centre: Int
  }

  /// All families: the ones around centres that claimed something, and contents that several documents share.
  func families(
    around related: [FamilyWalk.Family], parallelism: Parallelism
  ) async throws -> [DuplicateFamily] {
    var isMember = [Bool](repeating: false, count: contents.count)
    for member in related.lazy.flatMap(\.members) { isMember[member.content] = true }
    var claimed = [[Relation]](repeating: [], count: contents.count)
    for family in related { claimed[family.centre] = family.members }

    var claims: [Claim] = []
    for centre in 0..<contents.count where !isMember[centre] {
      let representative = contents.leaders[centre]
      for document in contents.documents(of: centre).dropFirst() {
        claims.append(
          Claim(representative: representative, document: document, relation: nil, centre: centre))
      }
      for relation in claimed[centre] {
        for document in contents.documents(of: relation.content) {
          claims.append(
            Claim(
              representative: representative, document: document, relation: relation, centre: centre))
        }
      }
    }
    claims.sort { ($0.representative, $0.document) < ($1.representative, $1.document) }
    let plan = EvenPlan(count: claims.count, piece: 64)
    let sorted = claims
    let members = try await parallelism.map(count: plan.pieces) { piece in
      plan.range(piece).map { member(sorted[$0]) }
    }
    var families: [DuplicateFamily] = []
    for (claim, member) in zip(sorted, members.joined()) {
      if families.last?.representative == claim.representative {
        families[families.count - 1].members.append(member)
      } else {
        families.append(
          DuplicateFamily(
            number: families.count + 1, representative: claim.representative, members: [member]))
      }
    }
    return families
  }

  private func member(_ claim: Claim) -> DuplicateMember {
    guard let relation = claim.relation else {
      let isIdentical = contents.identityOf[claim.document] == contents.identityOf[claim.representative]
      return DuplicateMember(
        document: claim.document, verdict: isIdentical ? .identical : .sameText, score: 1, containment: 1)
    }
    let size = sizes[relation.content]
    let centreSize = sizes[claim.centre]
    let evidence = MemberEvidence(
      representative: words(of: claim.representative), other: words(of: claim.document),
      showsPassages: relation.nearCopy == nil)
    return DuplicateMember(
      document: claim.document, verdict: relation.verdict,
      score: Double(relation.overlap) / Double(size + centreSize - relation.overlap),
      containment: Double(relation.overlap) / Double(size),
      representativeContainment: Double(relation.overlap) / Double(centreSize),
      identity: relation.identity, factsDiffer: evidence.factsDiffer,
      differences: evidence.differences, differencesOmitted: evidence.differencesOmitted,
      sharedPassages: evidence.sharedPassages)
  }

  private func words(of document: Int) -> DocumentWords {
    DocumentWords(facts.documents[document], index: document, fields: facts.fields)
  }
}

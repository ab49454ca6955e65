import AnalysisModel
import Execution

/// Turns centres and claimed contents into families of documents with evidence.
struct FamilyBuilder: Sendable {
  let documents: [Document]
  let contents: DistinctContents
  let fields: ComparedFields
  let search: NeighbourSearch

  /// A document that goes into a family, and the relation of its content to the centre's.
  private struct Claim: Sendable {
    var representative: Int
    var document: Int
    /// The claimed content; nil for the documents of the centre's own content.
    var neighbour: Neighbour?
    var centre: Int
  }

  /// All families: the ones around centres that claimed something, and contents that several documents share.
  func families(
    around related: [FamilyWalk.Family], parallelism: Parallelism
  ) async throws -> [DuplicateFamily] {
    var isMember = [Bool](repeating: false, count: contents.count)
    for member in related.lazy.flatMap(\.members) { isMember[member.content] = true }
    var claimed = [[Neighbour]](repeating: [], count: contents.count)
    for family in related { claimed[family.centre] = family.members }

    var claims: [Claim] = []
    for centre in 0..<contents.count where !isMember[centre] {
      let representative = contents.leaders[centre]
      for document in contents.documents(of: centre).dropFirst() {
        claims.append(
          Claim(representative: representative, document: document, neighbour: nil, centre: centre))
      }
      for neighbour in claimed[centre] {
        for document in contents.documents(of: neighbour.content) {
          claims.append(
            Claim(
              representative: representative, document: document, neighbour: neighbour, centre: centre))
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
    guard let neighbour = claim.neighbour else {
      let isIdentical = contents.identityOf[claim.document] == contents.identityOf[claim.representative]
      return DuplicateMember(
        document: claim.document, verdict: isIdentical ? .identical : .sameText, score: 1, containment: 1)
    }
    let size = search.sets.sizes[neighbour.content]
    let centreSize = search.sets.sizes[claim.centre]
    let evidence = MemberEvidence(
      representative: DocumentWords(
        documents[claim.representative], index: claim.representative, fields: fields),
      other: DocumentWords(documents[claim.document], index: claim.document, fields: fields))
    let isNearCopy = search.rule.isNearCopy(centreSize, size, overlap: neighbour.overlap)
    let isContained = search.rule.isContained(
      size: size, tokens: search.tokenCounts[neighbour.content], overlap: neighbour.overlap)
    return DuplicateMember(
      document: claim.document, verdict: isNearCopy ? .nearCopy : isContained ? .contained : .related,
      score: Double(neighbour.overlap) / Double(size + centreSize - neighbour.overlap),
      containment: Double(neighbour.overlap) / Double(size), factsDiffer: evidence.factsDiffer,
      differences: evidence.differences, differencesOmitted: evidence.differencesOmitted)
  }
}

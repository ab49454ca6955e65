/// A representative and the documents that are directly similar to it. Families never chain.
public struct DuplicateFamily: Sendable, Hashable {
  /// 1-based, in output order.
  public var number: Int
  /// The document the others are compared with.
  public var representative: Int
  /// The other documents, in document order.
  public var members: [DuplicateMember]

  /// A family around a representative.
  public init(number: Int, representative: Int, members: [DuplicateMember]) {
    self.number = number
    self.representative = representative
    self.members = members
  }

  /// The smallest strength of a member, 0…1; 1 for a family without members.
  public var minimumScore: Double { weakestMember?.strength ?? 1 }

  /// The median strength of the members, the mean of the two middle ones where their number is even; 1 for a
  /// family without members.
  ///
  /// - Complexity: O(n log n) for n members.
  public var medianScore: Double {
    let sorted = members.map(\.strength).sorted()
    if sorted.isEmpty { return 1 }
    let upper = sorted[sorted.count / 2]
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
  }

  /// The member with the smallest strength, the first by document on ties; nil in a family without members.
  public var weakestMember: DuplicateMember? {
    var weakest: DuplicateMember?
    for member in members where member.strength < weakest?.strength ?? .infinity { weakest = member }
    return weakest
  }
}

/// Groups equal items in one pass: hashes propose, `isEqual` decides.
///
/// A hash table by open addressing holds one leader a group, so that 50,000 equal items cost 50,000
/// comparisons with their leader and no pairs.
struct ExactGrouping {
  /// The group of every item.
  private(set) var groups: [Int] = []
  /// The first item of every group; groups are numbered in the order of their leaders.
  private(set) var leaders: [Int] = []

  /// - Parameters:
  ///   - hashes: one for every item; equal items have equal hashes.
  ///   - isEqual: whether two items are equal, given an item and the leader of a group.
  init(hashes: [UInt64], isEqual: (Int, Int) -> Bool) {
    var capacity = 16
    while capacity < hashes.count * 2 { capacity *= 2 }
    let mask = UInt64(capacity - 1)
    var slots = [Int](repeating: -1, count: capacity)
    groups.reserveCapacity(hashes.count)
    for (item, hash) in hashes.enumerated() {
      var slot = Int(hash & mask)
      while true {
        let group = slots[slot]
        if group < 0 {
          slots[slot] = leaders.count
          groups.append(leaders.count)
          leaders.append(item)
          break
        }
        if hashes[leaders[group]] == hash && isEqual(item, leaders[group]) {
          groups.append(group)
          break
        }
        slot = (slot + 1) & Int(mask)
      }
    }
  }
}

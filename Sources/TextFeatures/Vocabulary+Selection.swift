extension Vocabulary {
  /// The vocabulary of some ids, given in ascending order.
  func selecting(_ ids: [UInt32]) -> Vocabulary {
    if ids.count == count { return self }
    var arena: [UInt8] = []
    var offsets = [0]
    offsets.reserveCapacity(ids.count + 1)
    for id in ids {
      arena.append(contentsOf: bytes(of: id))
      offsets.append(arena.count)
    }
    return Vocabulary(
      arena: arena, offsets: offsets, documentFrequencies: ids.map { documentFrequencies[Int($0)] })
  }
}

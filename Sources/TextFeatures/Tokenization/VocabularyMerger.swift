import Execution

/// Numbers the tokens of all workers anew: by document frequency, then by bytes.
struct VocabularyMerger {
  /// Tokens are shared out by their hash, so that shards are merged side by side.
  private static let shardCount = 16

  private struct Shard: Sendable {
    var tokens = NumberedTokens()
    /// For every worker, its numbers that fell into this shard, and their numbers in it.
    var members: [[(local: UInt32, merged: UInt32)]] = []
  }

  /// The vocabulary of all workers and, for every worker, the id of each of its numbers.
  static func merge(
    _ workers: [NumberedTokens], parallelism: Parallelism
  ) async throws -> (vocabulary: Vocabulary, ids: [[UInt32]]) {
    if workers.count == 1 {
      let (vocabulary, ids) = ordered(workers[0], parallelism)
      return (vocabulary, [ids])
    }
    let assigned = try await parallelism.map(count: workers.count) { split(workers[$0]) }
    let shards: [Shard] = try await parallelism.map(count: shardCount) { shard in
      mergeShard(workers, assigned.map { $0[shard] })
    }
    var starts: [Int] = []
    var merged = NumberedTokens()
    for shard in shards {
      starts.append(merged.count)
      let base = merged.arena.count
      merged.arena.append(contentsOf: shard.tokens.arena)
      merged.offsets.append(contentsOf: shard.tokens.offsets.dropFirst().lazy.map { $0 + base })
      merged.documentFrequencies.append(contentsOf: shard.tokens.documentFrequencies)
    }
    let (vocabulary, finalIDs) = ordered(merged, parallelism)
    let shardStarts = starts
    let ids = try await parallelism.map(count: workers.count) { worker in
      [UInt32](unsafeUninitializedCapacity: workers[worker].count) { ids, count in
        for (shard, start) in zip(shards, shardStarts) {
          for member in shard.members[worker] {
            ids[Int(member.local)] = finalIDs[start + Int(member.merged)]
          }
        }
        count = workers[worker].count
      }
    }
    return (vocabulary, ids)
  }

  /// Distinct tokens in vocabulary order, and the id of each of their numbers.
  private static func ordered(
    _ tokens: NumberedTokens, _ parallelism: Parallelism
  ) -> (vocabulary: Vocabulary, ids: [UInt32]) {
    let order = VocabularyOrder.order(
      arena: tokens.arena, offsets: tokens.offsets, documentFrequencies: tokens.documentFrequencies,
      parallelism: parallelism)
    var ids = [UInt32](repeating: 0, count: order.count)
    for (id, number) in order.enumerated() { ids[Int(number)] = UInt32(id) }
    let vocabulary = VocabularyOrder.vocabulary(
      arena: tokens.arena, offsets: tokens.offsets, documentFrequencies: tokens.documentFrequencies,
      order: order, parallelism: parallelism)
    return (vocabulary, ids)
  }

  private static func key(
    _ tokens: NumberedTokens, _ number: Int, _ arena: UnsafePointer<UInt8>
  ) -> ByteKey {
    let start = tokens.offsets[number]
    return ByteKey(arena + start, tokens.offsets[number + 1] - start)
  }

  /// The numbers of each shard.
  private static func split(_ tokens: NumberedTokens) -> [[UInt32]] {
    var shards = [[UInt32]](repeating: [], count: shardCount)
    for index in shards.indices { shards[index].reserveCapacity(tokens.count / shardCount * 5 / 4) }
    tokens.arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return }
      for number in 0..<tokens.count {
        let hash = key(tokens, number, base).hash(salt: 0)
        // The upper bits: the tables use the lower ones.
        shards[Int(hash >> 60)].append(UInt32(number))
      }
    }
    return shards
  }

  private static func mergeShard(_ workers: [NumberedTokens], _ members: [[UInt32]]) -> Shard {
    var shard = Shard()
    var table = ByteStringTable(capacity: (members.map(\.count).max() ?? 0) * 2)
    for (tokens, locals) in zip(workers, members) {
      var merged: [(local: UInt32, merged: UInt32)] = []
      merged.reserveCapacity(locals.count)
      tokens.arena.withUnsafeBufferPointer { arena in
        guard let base = arena.baseAddress else { return }
        for local in locals {
          let number = Int(local)
          let key = key(tokens, number, base)
          let bytes = base + tokens.offsets[number]
          let frequency = tokens.documentFrequencies[number]
          if let known = table.value(key, at: bytes) {
            shard.tokens.documentFrequencies[Int(known)] += frequency
            merged.append((local, known))
            continue
          }
          let new = UInt32(shard.tokens.count)
          table.insert(key, at: bytes, value: new)
          shard.tokens.arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: key.length))
          shard.tokens.offsets.append(shard.tokens.arena.count)
          shard.tokens.documentFrequencies.append(frequency)
          merged.append((local, new))
        }
      }
      shard.members.append(merged)
    }
    return shard
  }
}

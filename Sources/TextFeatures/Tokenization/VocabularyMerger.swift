import Execution

/// Numbers the tokens of all pieces anew: by document frequency, then by bytes.
struct VocabularyMerger {
  /// Tokens are shared out by their hash, so that shards are merged side by side.
  private static let shardCount = 16

  private struct Shard: Sendable {
    var arena: [UInt8] = []
    var arenaOffsets = [0]
    var documentFrequencies: [UInt32] = []
    /// For every piece, the local ids that fell into this shard, and their numbers in it.
    var members: [[(local: UInt32, merged: UInt32)]] = []
  }

  /// The vocabulary of all pieces and, for every piece, the final id of each local one.
  static func merge(
    _ pieces: [PieceTokens], parallelism: Parallelism
  ) async throws -> (vocabulary: Vocabulary, ids: [[UInt32]]) {
    let assigned = try await parallelism.map(count: pieces.count) { split(pieces[$0]) }
    let shards: [Shard] = try await parallelism.map(count: shardCount) { shard in
      mergeShard(pieces, assigned.map { $0[shard] })
    }
    var arena: [UInt8] = []
    var offsets = [0]
    var frequencies: [UInt32] = []
    var shardStarts: [Int] = []
    for shard in shards {
      shardStarts.append(frequencies.count)
      let base = arena.count
      arena.append(contentsOf: shard.arena)
      offsets.append(contentsOf: shard.arenaOffsets.dropFirst().lazy.map { $0 + base })
      frequencies.append(contentsOf: shard.documentFrequencies)
    }
    let order = try await VocabularyOrder.order(
      arena: arena, offsets: offsets, documentFrequencies: frequencies, parallelism: parallelism)
    var finalIDs = [UInt32](repeating: 0, count: order.count)
    for (id, merged) in order.enumerated() { finalIDs[Int(merged)] = UInt32(id) }
    let final = finalIDs
    let starts = shardStarts
    let ids = try await parallelism.map(count: pieces.count) { piece in
      var ids = [UInt32](repeating: 0, count: pieces[piece].documentFrequencies.count)
      for (shard, start) in zip(shards, starts) {
        for member in shard.members[piece] { ids[Int(member.local)] = final[start + Int(member.merged)] }
      }
      return ids
    }
    let vocabulary = VocabularyOrder.vocabulary(
      arena: arena, offsets: offsets, documentFrequencies: frequencies, order: order)
    return (vocabulary, ids)
  }

  private static func key(_ piece: PieceTokens, _ id: Int, _ arena: UnsafePointer<UInt8>) -> ByteKey {
    let start = piece.arenaOffsets[id]
    return ByteKey(arena + start, piece.arenaOffsets[id + 1] - start)
  }

  /// The local ids of each shard.
  private static func split(_ piece: PieceTokens) -> [[UInt32]] {
    var shards = [[UInt32]](repeating: [], count: shardCount)
    piece.arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return }
      for id in 0..<piece.documentFrequencies.count {
        let hash = key(piece, id, base).hash(salt: 0)
        // The upper bits: the tables use the lower ones.
        shards[Int(hash >> 60)].append(UInt32(id))
      }
    }
    return shards
  }

  private static func mergeShard(_ pieces: [PieceTokens], _ members: [[UInt32]]) -> Shard {
    var shard = Shard()
    var table = ByteStringTable(capacity: (members.map(\.count).max() ?? 0) * 2)
    for (piece, locals) in zip(pieces, members) {
      var merged: [(local: UInt32, merged: UInt32)] = []
      merged.reserveCapacity(locals.count)
      piece.arena.withUnsafeBufferPointer { arena in
        guard let base = arena.baseAddress else { return }
        for local in locals {
          let id = Int(local)
          let key = key(piece, id, base)
          let bytes = base + piece.arenaOffsets[id]
          let frequency = piece.documentFrequencies[id]
          if let known = table.value(key, at: bytes) {
            shard.documentFrequencies[Int(known)] += frequency
            merged.append((local, known))
            continue
          }
          let new = UInt32(shard.documentFrequencies.count)
          table.insert(key, at: bytes, value: new)
          shard.arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: key.length))
          shard.arenaOffsets.append(shard.arena.count)
          shard.documentFrequencies.append(frequency)
          merged.append((local, new))
        }
      }
      shard.members.append(merged)
    }
    return shard
  }
}

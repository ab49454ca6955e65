import Execution
import TextFeatures

/// Walks over the shingles of contents with a rolling hash.
///
/// The shingles of a field are its runs of `width` units, words or characters; a field of fewer units, but at
/// least one, is one shingle of all of them. No shingle crosses the border between title and text.
struct ShingleScanner: Sendable {
  /// The units of all contents: token ids, or code points of the normalised text.
  let ids: [UInt32]
  /// The positions of every content's units.
  let positions: [Range<Int>]
  /// How many of a content's first units belong to the title.
  let titleCounts: [Int]
  let width: Int
  /// Cuts hashes to a few bits, so that tests meet collisions.
  let hashMask: UInt64

  private static let base: UInt64 = 0xD134_2543_DE82_EF95

  /// A scanner of words.
  init(contents: DistinctContents, fields: ComparedFields, width: Int, hashMask: UInt64 = .max) {
    precondition(width >= 1, "shingles of \(width) words")
    ids = fields.tokens.ids
    positions = contents.leaders.map { fields.positions(of: $0) }
    titleCounts = contents.leaders.map { fields.titlePositions(of: $0).count }
    self.width = width
    self.hashMask = hashMask
  }

  /// A scanner of characters. Holds all of them: four bytes each.
  init(
    characters: ContentCharacters, width: Int, hashMask: UInt64 = .max, parallelism: Parallelism
  ) async throws {
    precondition(width >= 1, "shingles of \(width) characters")
    let plan = EvenPlan(count: characters.leaders.count, piece: 1024)
    let parts = try await parallelism.map(count: plan.pieces) { piece in
      var part = (units: [UInt32](), lengths: [Int](), titleCounts: [Int]())
      for content in plan.range(piece) {
        let fields = characters.fieldCharacters(of: content)
        part.units += fields.title
        part.units += fields.text
        part.lengths.append(fields.title.count + fields.text.count)
        part.titleCounts.append(fields.title.count)
      }
      return part
    }
    var positions: [Range<Int>] = []
    var end = 0
    for length in parts.lazy.flatMap(\.lengths) {
      positions.append(end..<end + length)
      end += length
    }
    var units: [UInt32] = []
    units.reserveCapacity(end)
    for part in parts { units += part.units }
    ids = units
    self.positions = positions
    titleCounts = parts.flatMap(\.titleCounts)
    self.width = width
    self.hashMask = hashMask
  }

  /// Calls `body` with hash, first position and length of every shingle of a content, repeated ones included.
  @inline(__always)
  func forEachShingle(
    of content: Int, in ids: UnsafeBufferPointer<UInt32>, _ body: (UInt64, Int, Int) -> Void
  ) {
    let all = positions[content]
    let border = all.lowerBound + titleCounts[content]
    scan(all.lowerBound..<border, ids, body)
    scan(border..<all.upperBound, ids, body)
  }

  /// The shingle of a content that begins at a position: its hash and length.
  @inline(__always)
  func shingle(at start: Int, of content: Int, in ids: UnsafeBufferPointer<UInt32>) -> (UInt64, Int) {
    let all = positions[content]
    let border = all.lowerBound + titleCounts[content]
    let field = start < border ? all.lowerBound..<border : border..<all.upperBound
    let length = min(width, field.count)
    var rolling: UInt64 = 0
    for offset in 0..<length { rolling = rolling &* Self.base &+ Self.spread(ids[start + offset]) }
    return (ContentHash.mixed(rolling ^ UInt64(length)) & hashMask, length)
  }

  /// How many shingles a content has, repeated ones included.
  func shingleCount(of content: Int) -> Int {
    let title = titleCounts[content]
    let text = positions[content].count - title
    return (title == 0 ? 0 : max(1, title - width + 1)) + (text == 0 ? 0 : max(1, text - width + 1))
  }

  @inline(__always)
  private func scan(
    _ field: Range<Int>, _ ids: UnsafeBufferPointer<UInt32>, _ body: (UInt64, Int, Int) -> Void
  ) {
    if field.isEmpty { return }
    let length = min(width, field.count)
    var rolling: UInt64 = 0
    var power: UInt64 = 1
    for offset in 0..<length {
      rolling = rolling &* Self.base &+ Self.spread(ids[field.lowerBound + offset])
      if offset > 0 { power = power &* Self.base }
    }
    var start = field.lowerBound
    while true {
      body(ContentHash.mixed(rolling ^ UInt64(length)) & hashMask, start, length)
      let next = start + length
      if next >= field.upperBound { return }
      rolling =
        (rolling &- Self.spread(ids[start]) &* power) &* Self.base &+ Self.spread(ids[next])
      start += 1
    }
  }

  @inline(__always)
  private static func spread(_ id: UInt32) -> UInt64 {
    let word = (UInt64(id) &+ 1) &* 0x9FB2_1C65_1E98_DF25
    return word ^ (word >> 32)
  }
}

/// A band of the table of edit distances, column by column of the text, 64 rows of the pattern to a *block*.
///
/// A block holds the differences of neighbouring cells of a column: one bit where the lower cell is one more,
/// one where it is one less. Above the band values are taken to grow by one a column, below it by one a row:
/// never less than they are, so a way that stays inside has its true cost and no other way gets too cheap.
struct EditBand {
  private let symbols: PatternSymbols
  private let limit: Int
  private let rows: Int
  private let columns: Int
  /// How far above and below the main diagonal the band reaches.
  private let above: Int
  private let below: Int
  /// Blocks stand in a ring of this many slots.
  private let slots: Int
  /// For every symbol and slot, the rows that hold the symbol; then the slots' increases; then their decreases.
  private var memory: [UInt64]
  private var first = 0
  private var last = -1
  /// The value below the last block.
  private var bottom = 0

  private static let blockRows = 64

  /// - Precondition: the pattern is not empty and not longer than the text, by at most `limit`.
  init(_ symbols: PatternSymbols, limit: Int) {
    let rows = symbols.pattern.count
    let columns = symbols.text.count
    precondition(rows > 0 && rows <= columns && columns - rows <= limit, "\(rows) rows, \(columns) columns")
    self.symbols = symbols
    self.limit = limit
    self.rows = rows
    self.columns = columns
    above = (limit + columns - rows) / 2
    below = (limit - columns + rows) / 2
    let blocks = (rows + Self.blockRows - 1) / Self.blockRows
    slots = min(blocks, (above + below + Self.blockRows - 1) / Self.blockRows + 1)
    memory = Array(repeating: 0, count: slots * (symbols.count + 1 + 2))
  }

  /// The distance if it is within the limit. To be asked once.
  mutating func distance() -> Int? {
    for column in 1...columns {
      let firstRow = max(1, column - above)
      while first < (firstRow - 1) / Self.blockRows { leave(first) }
      let lastRow = min(rows, column + below)
      while last < (lastRow - 1) / Self.blockRows { enter(last + 1) }
      advance(symbol: Int(symbols.text[column - 1]))
      if column % Self.blockRows == 0 && leastCost(through: column) > limit { return nil }
    }
    let padding = (last + 1) * Self.blockRows - rows
    let slot = last % slots
    let increases = memory[(symbols.count + 1) * slots + slot]
    let decreases = memory[(symbols.count + 2) * slots + slot]
    let rest = padding == 0 ? 0 : UInt64.max << UInt64(Self.blockRows - padding)
    let distance = bottom - (increases & rest).nonzeroBitCount + (decreases & rest).nonzeroBitCount
    return distance <= limit ? distance : nil
  }

  private func rowRange(of block: Int) -> Range<Int> {
    block * Self.blockRows..<min(rows, (block + 1) * Self.blockRows)
  }

  private mutating func enter(_ block: Int) {
    let slot = block % slots
    for row in rowRange(of: block) {
      memory[Int(symbols.pattern[row]) * slots + slot] |= 1 << UInt64(row % Self.blockRows)
    }
    memory[(symbols.count + 1) * slots + slot] = .max
    memory[(symbols.count + 2) * slots + slot] = 0
    bottom += Self.blockRows
    last = block
  }

  private mutating func leave(_ block: Int) {
    for row in rowRange(of: block) { memory[Int(symbols.pattern[row]) * slots + block % slots] = 0 }
    first = block + 1
  }

  /// Goes on by one column; Myers' recurrences.
  private mutating func advance(symbol: Int) {
    let slots = slots
    var slot = first % slots
    let blocks = last - first + 1
    let count = symbols.count
    // What enters a block from above is +1, 0 or −1: two bits.
    var rises: UInt64 = 1
    var falls: UInt64 = 0
    memory.withUnsafeMutableBufferPointer { memory in
      for _ in 0..<blocks {
        let increases = memory[(count + 1) * slots + slot]
        let decreases = memory[(count + 2) * slots + slot]
        let equal = memory[symbol * slots + slot]
        let vertical = equal | decreases
        let reached = equal | falls
        let horizontal = (((reached & increases) &+ increases) ^ increases) | reached
        let up = decreases | ~(horizontal | increases)
        let down = increases & horizontal
        let shiftedUp = up << 1 | rises
        let shiftedDown = down << 1 | falls
        rises = up >> 63
        falls = down >> 63
        memory[(count + 1) * slots + slot] = shiftedDown | ~(vertical | shiftedUp)
        memory[(count + 2) * slots + slot] = shiftedUp & vertical
        slot += 1
        if slot == slots { slot = 0 }
      }
    }
    bottom += Int(rises) - Int(falls)
  }

  /// A lower bound on the cost of every way through the band at a column: a cell is at most as many less than
  /// the bottom of its block as it stands above it, and from there every diagonal off the last one costs one.
  private func leastCost(through column: Int) -> Int {
    let endDiagonalRow = rows - columns + column
    var least = Int.max
    var bottom = bottom
    for block in stride(from: last, through: first, by: -1) {
      let bottomRow = (block + 1) * Self.blockRows
      let topRow = block * Self.blockRows + 1
      least = min(least, bottom - bottomRow + max(endDiagonalRow, 2 * topRow - endDiagonalRow))
      bottom -= memory[(symbols.count + 1) * slots + block % slots].nonzeroBitCount
      bottom += memory[(symbols.count + 2) * slots + block % slots].nonzeroBitCount
    }
    return least
  }
}

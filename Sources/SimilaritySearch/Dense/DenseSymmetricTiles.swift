import Matrices

/// The tiles of a symmetric matrix, of which only those on and above the diagonal are computed: each is written to
/// its place and, mirrored, to the place across the diagonal.
///
/// A tile is multiplied in memory of its own, which stays in the second-level cache until it has been written out
/// twice. So the thread that computed a tile is also the first to touch the pages it lands on.
struct DenseSymmetricTiles: Sendable {
  /// Rows and columns of a tile: 512 × 512 Float32 are 1 MiB.
  static let side = 512
  /// Rows and columns that are mirrored at a time.
  private static let block = 32
  /// Rows that a tile on the diagonal is multiplied by at a time, each time with the columns from there on.
  private static let diagonalHeight = 128

  private let tiles: DenseTiles
  private let rowCount: Int
  private let places: [Place]

  private struct Place {
    let rows: Range<Int>
    let columns: Range<Int>
  }

  /// The tiles of `rowCount` rows against themselves.
  init(tiles: DenseTiles, rowCount: Int) {
    self.tiles = tiles
    self.rowCount = rowCount
    let strips = StripPlan(rowCount: rowCount, height: Self.side)
    var places: [Place] = []
    for row in 0..<strips.count {
      for column in row + 1..<max(row + 1, strips.count) {
        places.append(Place(rows: strips[row], columns: strips[column]))
      }
    }
    // Tiles on the diagonal are the cheapest, so they come last and fill the gaps.
    for strip in 0..<strips.count { places.append(Place(rows: strips[strip], columns: strips[strip])) }
    self.places = places
  }

  /// How many tiles there are.
  var count: Int { places.count }

  /// Computes a tile and writes it to both of its places.
  ///
  /// - Parameter diagonal: the value that stands at (row, row).
  func write(_ piece: Int, to matrix: DenseRowsBuilder<Float>, diagonal: (Int) -> Float) {
    let place = places[piece]
    let isOnDiagonal = place.rows == place.columns
    let tile = UnsafeMutablePointer<Float>.allocate(capacity: place.rows.count * place.columns.count)
    defer { tile.deallocate() }
    multiply(place, into: tile)
    matrix.withUnsafeMutableStart { start in
      tiles.withScales { rowScales, columnScales in
        for row in stride(from: 0, to: place.rows.count, by: Self.block) {
          for column in stride(from: isOnDiagonal ? row : 0, to: place.columns.count, by: Self.block) {
            let block = MirroredBlock(
              products: tile + row * place.columns.count + column, stride: place.columns.count,
              rows: Self.part(of: place.rows, from: row), columns: Self.part(of: place.columns, from: column))
            block.write(to: start, side: rowCount, rowScales: rowScales, columnScales: columnScales)
          }
        }
      }
      if isOnDiagonal {
        for row in place.rows { start[row * rowCount + row] = diagonal(row) }
      }
    }
  }

  private func multiply(_ place: Place, into tile: UnsafeMutablePointer<Float>) {
    let width = place.columns.count
    guard place.rows == place.columns else {
      tiles.multiply(place.rows, place.columns, into: tile, stride: width)
      return
    }
    for row in stride(from: 0, to: place.rows.count, by: Self.diagonalHeight) {
      let start = place.rows.lowerBound + row
      tiles.multiply(
        start..<min(start + Self.diagonalHeight, place.rows.upperBound), start..<place.columns.upperBound,
        into: tile + row * width + row, stride: width)
    }
  }

  private static func part(of range: Range<Int>, from offset: Int) -> Range<Int> {
    range.lowerBound + offset..<min(range.lowerBound + offset + block, range.upperBound)
  }
}

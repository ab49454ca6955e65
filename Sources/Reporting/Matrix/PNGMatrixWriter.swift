/// A heat map with a scale beside it. Cells beyond 2,000 a side are averaged while rows stream in.
///
/// Colours run from 0 (dark) to 1 (bright); lower and higher values take the colours at the ends.
struct PNGMatrixWriter<Element: MatrixElement>: MatrixWriter {
  /// Small matrices are drawn with cells large enough for the map to be about this wide.
  static var comfortableSide: Int { 480 }

  private var shape: MatrixShape
  private let map: MapSize
  private var sums: [Double]
  private var counts: [Int]

  /// Pixels (or matrix cells to a pixel) of the map.
  struct MapSize: Sendable {
    /// Matrix cells averaged into one bin, along each side.
    var binSize: Int
    var rows: Int
    var columns: Int
    /// Pixels a bin takes along each side.
    var magnification: Int
  }

  /// A writer of a matrix of a known shape.
  ///
  /// - Complexity: O(min(rows, 2000) · min(columns, 2000)) memory.
  init(rowCount: Int, columnCount: Int) {
    self.init(rowCount: rowCount, columnCount: columnCount, sideLimit: 2000)
  }

  init(rowCount: Int, columnCount: Int, sideLimit: Int) {
    shape = MatrixShape(rowCount: rowCount, columnCount: columnCount)
    let side = max(rowCount, columnCount, 1)
    let binSize = (side + sideLimit - 1) / sideLimit
    let rows = (rowCount + binSize - 1) / binSize
    let columns = (columnCount + binSize - 1) / binSize
    map = MapSize(
      binSize: binSize, rows: rows, columns: columns,
      magnification: max(1, Self.comfortableSide / max(rows, columns, 1)))
    sums = Array(repeating: 0, count: rows * columns)
    counts = Array(repeating: 0, count: rows * columns)
  }

  mutating func begin() -> [UInt8] { [] }

  mutating func append(_ values: UnsafeBufferPointer<Element>) -> [UInt8] {
    let rows = shape.admit(values.count)
    var position = 0
    for row in rows {
      let start = row / map.binSize * map.columns
      for column in 0..<shape.columnCount {
        let bin = start + column / map.binSize
        sums[bin] += Double(values[position])
        counts[bin] += 1
        position += 1
      }
    }
    return []
  }

  mutating func end() throws -> [UInt8] {
    shape.checkComplete()
    let height = max(map.rows * map.magnification, ColourScale.minimumHeight)
    let scale = ColourScale(mapHeight: height)
    var picture = IndexedPicture(
      width: map.columns * map.magnification + scale.width, height: height)
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        let bin = row * map.columns + column
        picture.fill(
          x: column * map.magnification, y: row * map.magnification, width: map.magnification,
          height: map.magnification,
          with: ColourMap.index(of: sums[bin] / Double(max(counts[bin], 1))))
      }
    }
    scale.draw(into: &picture, x: map.columns * map.magnification)
    return try picture.png()
  }
}

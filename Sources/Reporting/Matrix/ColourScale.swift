/// The bar of colours beside a heat map, with the numbers they stand for, sized to be read beside the map.
struct ColourScale {
  /// The numbers of the smallest scale need so many rows of pixels.
  static let minimumHeight = 160

  /// How many pixels make one step of the drawing.
  private let factor: Int

  /// The scale of a map of a height in pixels.
  init(mapHeight: Int) {
    factor = max(1, (mapHeight + 300) / 600)
  }

  /// The strip at the right of the map that the scale takes.
  var width: Int { 92 * factor }

  /// Draws the scale, 1 at the top, from a column of the picture on.
  func draw(into picture: inout IndexedPicture, x: Int) {
    let margin = 20 * factor
    let barWidth = 16 * factor
    let height = min(picture.height - 2 * margin, 480 * factor)
    let left = x + margin
    for row in 0..<height {
      let value = 1 - Double(row) / Double(height - 1)
      picture.fill(
        x: left, y: margin + row, width: barWidth, height: 1, with: ColourMap.index(of: value))
    }
    for tick in 0...5 {
      let row = margin + (height - 1) * (5 - tick) / 5
      picture.fill(x: left + barWidth, y: row, width: 5 * factor, height: factor, with: ColourMap.ink)
      write(
        tick == 5 ? "1.0" : "0.\(2 * tick)", into: &picture, x: left + barWidth + 9 * factor,
        middle: row)
    }
  }

  /// Writes digits with their middle on a row of pixels.
  private func write(_ label: String, into picture: inout IndexedPicture, x: Int, middle: Int) {
    let dot = 2 * factor
    var column = x
    for sign in label {
      for (y, bits) in (Self.glyphs[sign] ?? []).enumerated() {
        for bit in 0..<3 where bits >> (2 - bit) & 1 == 1 {
          picture.fill(
            x: column + bit * dot, y: middle + y * dot - 5 * factor, width: dot, height: dot,
            with: ColourMap.ink)
        }
      }
      column += (sign == "." ? 3 : 4) * dot
    }
  }

  /// Three bits a row, five rows a sign.
  private static let glyphs: [Character: [UInt8]] = [
    "0": [0b111, 0b101, 0b101, 0b101, 0b111], "1": [0b010, 0b110, 0b010, 0b010, 0b111],
    "2": [0b111, 0b001, 0b111, 0b100, 0b111], "4": [0b101, 0b101, 0b111, 0b001, 0b001],
    "6": [0b111, 0b100, 0b111, 0b101, 0b111], "8": [0b111, 0b101, 0b111, 0b101, 0b111],
    ".": [0b000, 0b000, 0b000, 0b000, 0b100],
  ]
}

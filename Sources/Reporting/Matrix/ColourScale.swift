/// The bar of colours beside a heat map, with the numbers they stand for.
enum ColourScale {
  /// The strip at the right of the map that the scale takes.
  static let width = 92
  /// The numbers of the scale need so many rows of pixels.
  static let minimumHeight = 160

  private static let barWidth = 16
  private static let margin = 20
  private static let enlargement = 2

  /// Draws the scale, 1 at the top, from a column of the picture on.
  static func draw(into picture: inout IndexedPicture, x: Int) {
    let height = min(picture.height - 2 * margin, 480)
    let left = x + margin
    for row in 0..<height {
      let value = 1 - Double(row) / Double(height - 1)
      picture.fill(
        x: left, y: margin + row, width: barWidth, height: 1, with: ColourMap.index(of: value))
    }
    for tick in 0...5 {
      let row = margin + (height - 1) * (5 - tick) / 5
      picture.fill(x: left + barWidth, y: row, width: 5, height: 1, with: ColourMap.ink)
      let label = tick == 5 ? "1.0" : "0.\(2 * tick)"
      var column = left + barWidth + 9
      for sign in label {
        let glyph = glyphs[sign] ?? []
        for (y, bits) in glyph.enumerated() {
          for bit in 0..<3 where bits >> (2 - bit) & 1 == 1 {
            picture.fill(
              x: column + bit * enlargement, y: row - 5 + y * enlargement, width: enlargement,
              height: enlargement, with: ColourMap.ink)
          }
        }
        column += (sign == "." ? 3 : 4) * enlargement
      }
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

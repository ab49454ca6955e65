/// The palette of the heat map: a ramp from deep blue through green to pale yellow.
///
/// The lightness of the anchors (CIELAB L*) rises in equal steps from 12 to 92, so that equal differences look equal,
/// also in grey print and to colour-blind eyes; between anchors colours are interpolated.
enum ColourMap {
  /// Values from 0 to 1 take the first colours of the palette.
  static let rampCount = 254
  /// The palette index of the paper around the map.
  static let paper: UInt8 = 254
  /// The palette index of the ink of the scale.
  static let ink: UInt8 = 255

  private static let anchors: [(red: Double, green: Double, blue: Double)] = [
    (32, 27, 57), (39, 47, 93), (34, 71, 116), (24, 98, 126), (29, 125, 130), (55, 151, 126),
    (96, 175, 117), (147, 197, 105), (202, 215, 107), (243, 234, 170),
  ]

  /// 256 colours, red, green and blue each.
  static let palette: [UInt8] = {
    var bytes: [UInt8] = []
    for index in 0..<rampCount {
      let position = Double(index) / Double(rampCount - 1) * Double(anchors.count - 1)
      let lower = min(Int(position), anchors.count - 2)
      let share = position - Double(lower)
      let (a, b) = (anchors[lower], anchors[lower + 1])
      for (from, to) in [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)] {
        bytes.append(UInt8((from + share * (to - from)).rounded()))
      }
    }
    return bytes + [255, 255, 255] + [32, 37, 43]
  }()

  /// The palette index of a value; NaN takes the colour of 0.
  static func index(of value: Double) -> UInt8 {
    guard value > 0 else { return 0 }
    return UInt8((min(value, 1) * Double(rampCount - 1)).rounded())
  }
}

import CPNG
import Testing

@testable import Reporting

@Suite struct MatrixWriterTests {
  @Test(arguments: [(0, 0), (1, 1), (3, 5), (1000, 7)])
  func npyHeadersAreAlignedAndNameTheShape(_ rows: Int, _ columns: Int) throws {
    var writer = NPYMatrixWriter<Float>(rowCount: rows, columnCount: columns)
    let header = writer.begin()
    #expect(Array(header.prefix(8)) == [0x93] + Array("NUMPY".utf8) + [1, 0])
    #expect(header.count % 64 == 0)
    #expect(Int(header[8]) + Int(header[9]) << 8 == header.count - 10)
    #expect(header.last == UInt8(ascii: "\n"))
    let text = String(decoding: header.dropFirst(10), as: UTF8.self)
    #expect(
      text.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"))
  }

  @Test func npyHoldsRowsInOrderInEitherPrecision() {
    func values<Element: MatrixElement>(_ type: Element.Type) -> [UInt8] {
      var writer = NPYMatrixWriter<Element>(rowCount: 2, columnCount: 2)
      _ = writer.begin()
      return writer.append([1, -2]) + writer.append([0.5, 4]) + writer.end()
    }
    let single: [Float] = [1, -2, 0.5, 4]
    let double: [Double] = [1, -2, 0.5, 4]
    var expected: [UInt8] = []
    single.forEach { $0.appendLittleEndian(to: &expected) }
    #expect(values(Float.self) == expected && expected.count == 16)
    expected = []
    double.forEach { $0.appendLittleEndian(to: &expected) }
    #expect(values(Double.self) == expected && expected.count == 32)
    #expect(Array(expected[8..<16]) == [0, 0, 0, 0, 0, 0, 0, 0xC0])
  }

  @Test func csvNamesRowsAndColumns() throws {
    var writer = MatrixFormat.csv.writer(of: Float.self, rowIDs: ["a", "b,c"], columnIDs: ["x", "y"])
    var bytes = writer.begin()
    bytes += writer.append([1, 0.1])
    bytes += writer.append([0, -0.25])
    bytes += try writer.end()
    #expect(String(decoding: bytes, as: UTF8.self) == "id,x,y\na,1,0.1\n\"b,c\",0,-0.25\n")
  }

  @Test func smallMapsAreEnlargedAndReadBack() throws {
    var writer = PNGMatrixWriter<Float>(rowCount: 2, columnCount: 2)
    #expect(writer.begin().isEmpty)
    #expect(writer.append([1, 0]).isEmpty)
    _ = writer.append([0.5, .nan])
    let picture = try DecodedPicture(try writer.end())
    #expect(picture.width == 480 + ColourScale(mapHeight: 480).width && picture.height == 480)
    #expect(picture[10, 10] == Array(ColourMap.palette[253 * 3..<254 * 3]))
    #expect(picture[300, 10] == Array(ColourMap.palette[0..<3]))
    #expect(picture[10, 300] == Array(ColourMap.palette[127 * 3..<128 * 3]))
    #expect(picture[300, 300] == Array(ColourMap.palette[0..<3]))
    // The scale: brightest at the top, darkest at the bottom, paper around.
    #expect(picture[505, 20] == Array(ColourMap.palette[253 * 3..<254 * 3]))
    #expect(picture[505, 459] == Array(ColourMap.palette[0..<3]))
    #expect(picture[485, 200] == [255, 255, 255])
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 0), (1, 700), (700, 1)])
  func mapsOfAnyShapeAreEncoded(_ rows: Int, _ columns: Int) throws {
    var writer = PNGMatrixWriter<Double>(rowCount: rows, columnCount: columns)
    _ = writer.append(Array(repeating: 0.5, count: rows * columns))
    let picture = try DecodedPicture(try writer.end())
    #expect(picture.width > columns && picture.height >= max(rows, ColourScale.minimumHeight))
  }

  @Test func largeMapsAreAveragedWhileTheyStream() throws {
    let side = 410
    var writer = PNGMatrixWriter<Float>(rowCount: side, columnCount: side, sideLimit: 200)
    // Alternating columns of 0 and 1: three to a bin, so 1/3 or 2/3; the last bin has two columns.
    let row = (0..<side).map { Float($0 % 2) }
    let block = Array(repeating: row, count: 41).flatMap { $0 }
    for _ in 0..<side / 41 { _ = writer.append(block) }
    let picture = try DecodedPicture(try writer.end())
    let bins = (side + 2) / 3
    let magnification = PNGMatrixWriter<Float>.comfortableSide / bins
    #expect(picture.width == bins * magnification + ColourScale(mapHeight: picture.height).width)
    #expect(picture.height == max(bins * magnification, ColourScale.minimumHeight))
    let third = Int(ColourMap.index(of: 1.0 / 3))
    let twoThirds = Int(ColourMap.index(of: 2.0 / 3))
    #expect(picture[0, 0] == Array(ColourMap.palette[3 * third..<3 * third + 3]))
    #expect(picture[magnification, 100] == Array(ColourMap.palette[3 * twoThirds..<3 * twoThirds + 3]))
    let half = Int(ColourMap.index(of: 0.5))
    #expect(
      picture[(bins - 1) * magnification, (bins - 1) * magnification]
        == Array(ColourMap.palette[3 * half..<3 * half + 3]))
  }

  @Test func theRampBrightensWithoutASetback() {
    let lightness = (0..<ColourMap.rampCount).map { index -> Double in
      let colour = ColourMap.palette[3 * index..<3 * index + 3].map(Double.init)
      return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
    }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 + 0.51 })
    #expect(ColourMap.palette.count == 256 * 3)
    #expect([-1, 0, 1, 2].map(ColourMap.index(of:)) == [0, 0, 253, 253])
  }
}

/// A PNG read back through libpng.
struct DecodedPicture {
  let width: Int
  let height: Int
  private let pixels: [UInt8]

  init(_ bytes: [UInt8]) throws {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    try #require(png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0)
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    width = Int(image.width)
    height = Int(image.height)
    var pixels = [UInt8](repeating: 0, count: 3 * width * height)
    try #require(png_image_finish_read(&image, nil, &pixels, 0, nil) != 0)
    self.pixels = pixels
  }

  subscript(x: Int, y: Int) -> [UInt8] {
    Array(pixels[3 * (y * width + x)..<3 * (y * width + x) + 3])
  }
}

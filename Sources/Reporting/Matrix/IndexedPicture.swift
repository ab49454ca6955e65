import AnalysisModel
import CPNG

/// A picture of palette indexes, one byte a pixel.
struct IndexedPicture {
  let width: Int
  let height: Int
  private(set) var pixels: [UInt8]

  /// A picture of paper.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = Array(repeating: ColourMap.paper, count: width * height)
  }

  /// Fills a rectangle; what lies outside the picture is left out.
  mutating func fill(x: Int, y: Int, width: Int, height: Int, with index: UInt8) {
    let columns = max(x, 0)..<max(min(x + width, self.width), max(x, 0))
    for row in max(y, 0)..<max(min(y + height, self.height), max(y, 0)) {
      for column in columns { pixels[row * self.width + column] = index }
    }
  }

  /// The picture as a PNG file.
  ///
  /// - Throws: `RefrainError` with libpng's message.
  func png() throws -> [UInt8] {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR) | png_uint_32(PNG_FORMAT_FLAG_COLORMAP)
    image.colormap_entries = 256
    defer { png_image_free(&image) }
    // An uncompressed picture and room for headers; larger never comes out.
    var bytes = [UInt8](repeating: 0, count: 2 * pixels.count + 8192)
    var size = png_alloc_size_t(bytes.count)
    let written = bytes.withUnsafeMutableBytes { buffer in
      png_image_write_to_memory(
        &image, buffer.baseAddress, &size, 0, pixels, png_int_32(width), ColourMap.palette)
    }
    guard written != 0 else {
      let message = withUnsafeBytes(of: image.message) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw RefrainError("the heat map could not be encoded as PNG: \(message)")
    }
    bytes.removeSubrange(Int(size)...)
    return bytes
  }
}

import AnalysisModel

/// Reads a few named fields of JSON lines that are no documents: labels and findings.
struct JSONFieldReader {
  private let fields: [String]

  init(fields: [String]) { self.fields = fields }

  /// Reads a file from front to back.
  ///
  /// - Parameters:
  ///   - path: a file of JSON lines, or `-` for standard input; blank lines are passed over.
  ///   - remedy: what to try where a line is no JSON object.
  ///   - body: takes the lines, in order.
  /// - Throws: `RefrainError` for a file that cannot be read and for the first line that is no JSON object; what
  ///   `body` throws.
  func read(_ path: String, remedy: String, _ body: (JSONFieldLine) throws -> Void) throws {
    let parser = JSONFieldParser(fields: fields)
    var blocks = try JudgedSource.blocks(path)
    var linesBefore = 0
    while let block = try blocks.next() {
      try block.bytes.withUnsafeBufferPointer { input in
        var lines = LineCursor(input, from: block.offset == 0 ? FirstBytes.markLength(input) : 0)
        while let line = lines.next() {
          let bytes = UnsafeBufferPointer(rebasing: input[line.range])
          let number = linesBefore + line.number
          let values: [JSONFieldParser.Value]
          do throws(JSONFieldParser.Problem) {
            values = try parser.decode(bytes)
          } catch {
            throw RefrainError(error.words, path: path, line: number, remedy: remedy)
          }
          try body(
            JSONFieldLine(path: path, number: number, names: fields, values: values, bytes: bytes) {
              parser.keys(of: bytes)
            })
        }
        linesBefore += lines.lineEnds
      }
    }
  }
}

/// Writes comma-separated values as RFC 4180 quotes them, with line feeds as line ends.
///
/// A field is quoted where it holds a comma, a quote, a line end, or begins or ends with a space. Values are
/// written as they are: text that a spreadsheet would take for a formula (`=1+1`) stays that text, so open files
/// from untrusted documents as text columns.
struct CSVWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  mutating func row(_ fields: [String]) {
    for (position, field) in fields.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func append(_ field: String) {
    let text = field.utf8
    let needsQuotes =
      text.first == UInt8(ascii: " ") || text.last == UInt8(ascii: " ")
      || text.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
    guard needsQuotes else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

import AnalysisModel

/// The ids of vectors: a text file with one a line.
enum VectorIDs {
  /// Reads ids.
  ///
  /// - Parameters:
  ///   - path: UTF-8; lines end in LF or CRLF, the last one may lack it.
  ///   - count: how many there must be.
  ///   - vectors: the file with the vectors, for messages.
  /// - Throws: `RefrainError` for a file that cannot be read, an empty or repeated id, or another number of ids.
  static func read(_ path: String, count: Int, vectors: String) throws -> [String] {
    var source = try VectorReader.open(path)
    let bytes = try source.readAll(expecting: source.remainingByteCount ?? 0)
    try FirstBytes.check(bytes, path: path)
    var lines = bytes[FirstBytes.markLength(bytes)...].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What follows the last line's end is no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    // Before an empty line too many is taken for an id.
    guard lines.count <= count else {
      throw RefrainError(
        "there are \(lines.count) lines for the \(count) rows of \(vectors)", path: path,
        remedy: "one id a line, as many as there are rows, and no line besides")
    }

    var ids: [String] = []
    ids.reserveCapacity(lines.count)
    var lineOfID: [String: Int] = [:]
    lineOfID.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let id = String(validating: content, as: UTF8.self) else {
        throw RefrainError(
          "the id is no valid UTF-8", path: path, line: index + 1, remedy: "iconv -t UTF-8 on the file")
      }
      if id.isEmpty {
        throw RefrainError(
          "the line is empty, where the id of row \(index) should stand", path: path, line: index + 1,
          remedy: "one id a line, as many as there are rows")
      }
      if let first = lineOfID.updateValue(index + 1, forKey: id) {
        throw RefrainError(
          "the id \(NameInData.quoted(id, mostCharacters: 200)) stands in line \(first) already", path: path,
          line: index + 1,
          remedy: "an id of its own for each row")
      }
      ids.append(id)
    }
    guard ids.count == count else {
      throw RefrainError(
        "there are \(ids.count) ids for the \(count) rows of \(vectors)", path: path,
        remedy: "one id a line, as many as there are rows")
    }
    return ids
  }
}

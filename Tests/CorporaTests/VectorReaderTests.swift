import AnalysisModel
import Matrices
import NumPyFormat
import TestSupport
import Testing

@testable import Corpora

@Suite("Vectors in NumPy files, and their ids")
struct VectorReaderTests {
  private static let description = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n"
  private static let values: [Float] = [1, -2, 0.5, 4, 5, 6]

  private static func bytes(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
  }

  private static func file(
    version: UInt8 = 1, description: String = description, data: [UInt8] = bytes(values)
  ) -> [UInt8] {
    let length = description.utf8.count
    let lengthBytes = (0..<(version == 1 ? 2 : 4)).map { UInt8(length >> (8 * $0) & 0xFF) }
    return NPYPrefix.magic + [version, 0] + lengthBytes + Array(description.utf8) + data
  }

  private func error(_ bytes: [UInt8], ids: String? = nil) throws -> RefrainError? {
    try TemporaryFolder.with { folder in
      let file = try folder.write("x.npy", bytes)
      let idFile = try ids.map { try folder.write("ids.txt", $0) }
      do {
        _ = try VectorReader().read(file, ids: idFile)
        return nil
      } catch {
        return error as? RefrainError
      }
    }
  }

  @Test("Versions 1 to 3 hold the same, at any offset", arguments: [1, 2, 3] as [UInt8], ["", "  ", "\t "])
  func versions(version: UInt8, padding: String) throws {
    try TemporaryFolder.with { folder in
      let path = try folder.write(
        "x.npy", Self.file(version: version, description: padding + Self.description))
      let vectors = try VectorReader().read(path)
      #expect(vectors.ids == ["0", "1"] && vectors.rowCount == 2 && vectors.columnCount == 3)
      guard case .float32(let rows) = vectors.rows else {
        Issue.record("the type is not Float32")
        return
      }
      #expect(Array(rows.values) == Self.values)
    }
  }

  @Test("Float64, and no rows at all")
  func otherShapes() throws {
    try TemporaryFolder.with { folder in
      let doubles = [1.5, -2].flatMap { value in
        (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
      }
      let header = NPYHeader(element: .float64, rowCount: 1, columnCount: 2).bytes
      let vectors = try VectorReader().read(try folder.write("d.npy", header + doubles))
      guard case .float64(let rows) = vectors.rows else {
        Issue.record("the type is not Float64")
        return
      }
      #expect(Array(rows.values) == [1.5, -2])
      let empty = NPYHeader(element: .float32, rowCount: 0, columnCount: 5).bytes
      #expect(try VectorReader().read(try folder.write("e.npy", empty)).rowCount == 0)
    }
  }

  @Test("Ids: LF or CRLF, last line with or without its end, a byte-order mark")
  func ids() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write("x.npy", Self.file())
      for text in ["a b\nç", "a b\nç\n", "a b\r\nç\r\n", "\u{FEFF}a b\nç\n"] {
        let ids = try folder.write("ids.txt", text)
        #expect(try VectorReader().read(file, ids: ids).ids == ["a b", "ç"])
      }
    }
  }

  @Test(
    "Ids that do not fit are named by file and line",
    arguments: [
      ("a\n", nil, "1 ids for the 2 rows"), ("a\nb\nc\n", nil, "3 lines for the 2 rows"),
      ("", nil, "0 ids"), ("a\n\n", 2, "empty"), ("\na\n", 1, "empty"), ("a\r\n\r\n", 2, "empty"),
      ("a\na\n", 2, "line 1 already"),
    ] as [(String, Int?, String)])
  func badIDs(text: String, line: Int?, words: String) throws {
    let error = try #require(try error(Self.file(), ids: text))
    #expect(error.path?.hasSuffix("ids.txt") == true && error.line == line, "\(error)")
    #expect(error.problem.contains(words), "\(error)")
  }

  @Test(
    "Numbers that are not finite are named by row and column",
    arguments: [.nan, .infinity, -.infinity] as [Float])
  func notFinite(value: Float) throws {
    var values = Self.values
    values[4] = value
    let error = try #require(try error(Self.file(data: Self.bytes(values))))
    #expect(error.path?.hasSuffix("x.npy") == true)
    #expect(error.problem.contains("row 1, column 1 is \(value)"), "\(error)")
  }

  @Test("Files cut short, too long or of another kind")
  func damaged() throws {
    let good = Self.file()
    for count in 0..<good.count {
      let error = try error(Array(good.prefix(count)))
      #expect(error?.path?.hasSuffix("x.npy") == true, "\(count) bytes")
    }
    #expect(try error(good + [0])?.problem.contains("goes on") == true)
    #expect(try error(Array("{\"text\": \"no vectors\"}".utf8))?.problem.contains("no NumPy") == true)
    let huge = Self.description.replacing("(2, 3)", with: "(99999999999, 999999)")
    #expect(try error(Self.file(description: huge))?.problem.contains("ends before") == true)
  }

  @Test("Any byte changed gives the vectors or an error, never a crash")
  func changedBytes() throws {
    let good = Self.file()
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<600 {
      var bytes = good
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      try TemporaryFolder.with { folder in
        let path = try folder.write("x.npy", bytes)
        do {
          let vectors = try VectorReader().read(path)
          #expect(vectors.rowCount * vectors.columnCount == 6)
        } catch { #expect(error is RefrainError, "\(error)") }
      }
    }
  }

  @Test("A missing file and a folder")
  func missing() throws {
    try TemporaryFolder.with { folder in
      for path in [folder.path(of: "none.npy"), folder.path] {
        #expect(throws: RefrainError.self) { try VectorReader().read(path) }
      }
    }
  }
}

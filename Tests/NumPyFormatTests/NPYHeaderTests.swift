import TestSupport
import Testing

@testable import NumPyFormat

@Suite("Headers of NumPy array files")
struct NPYHeaderTests {
  private func header(_ description: String) throws -> NPYHeader {
    try NPYHeader(description: Array(description.utf8))
  }

  private func problem(_ description: String) -> String? {
    do {
      _ = try header(description)
      return nil
    } catch { return (error as? NPYProblem)?.problem }
  }

  @Test("What is written is read", arguments: NPYHeader.Element.allCases, [0, 1, 10_000])
  func roundTrip(element: NPYHeader.Element, rows: Int) throws {
    let written = NPYHeader(element: element, rowCount: rows, columnCount: 512)
    let bytes = written.bytes
    #expect(bytes.count % 64 == 0)
    #expect(bytes.last == UInt8(ascii: "\n"))
    let prefix = try NPYPrefix(bytes)
    let lengthEnd = NPYPrefix.versionedByteCount + prefix.lengthByteCount
    let length = try prefix.descriptionLength(bytes[NPYPrefix.versionedByteCount..<lengthEnd])
    #expect(lengthEnd + length == bytes.count)
    #expect(try NPYHeader(description: bytes[lengthEnd...]) == written)
  }

  @Test("Spellings that Python allows and NumPy has written")
  func spellings() throws {
    let expected = NPYHeader(element: .float64, rowCount: 3, columnCount: 4)
    for description in [
      "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }   \n",
      "{\"shape\": (3,4,), \"descr\": \"<f8\", \"fortran_order\": False}",
      " { 'fortran_order' :False,'shape':( 3 , 4 ),'descr':'<f8' } ",
    ] {
      #expect(try header(description) == expected, "\(description)")
    }
  }

  @Test(
    "What cannot be read is named",
    arguments: [
      ("{'descr': '<f4', 'fortran_order': True, 'shape': (3, 4), }", "Fortran order"),
      ("{'descr': '>f4', 'fortran_order': False, 'shape': (3, 4), }", "big-endian"),
      ("{'descr': '<f2', 'fortran_order': False, 'shape': (3, 4), }", "‘<f2’"),
      ("{'descr': '|O', 'fortran_order': False, 'shape': (3, 4), }", "‘|O’"),
      ("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (3,), }", "structured"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", "1 dimension,"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "0 dimensions"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 4), }", "3 dimensions"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 0), }", "no columns"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 9), }", "more than"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3000000000), }", "too long"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 1), }", "malformed"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (-3, 4), }", "malformed"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (3), }", "malformed"),
      ("{'descr': '<f4', 'fortran_order': False}", "malformed"),
      ("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }", "malformed"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), 'extra': 'x'}", "malformed"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), } + 1", "malformed"),
      ("{'descr': '<f4', 'fortran_order': __import__('os'), 'shape': (3, 4), }", "malformed"),
      ("", "malformed"), ("{", "malformed"), ("{}", "malformed"), ("{'descr", "malformed"),
    ])
  func refusals(description: String, words: String) {
    #expect(problem(description)?.contains(words) == true, "\(problem(description) ?? "nothing")")
  }

  @Test(
    "A remedy works for the type it is given for",
    arguments: [
      ("<i8", "x.astype"), ("|b1", "x.astype"), ("|O", "numpy.stack"), ("<c16", "x.real"), ("<U10", "--ids"),
      ("|S5", "--ids"), ("<M8[ns]", "a matrix of numbers"),
    ])
  func remedies(type: String, words: String) {
    let text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (3, 4), }\n"
    do throws(NPYProblem) {
      _ = try NPYHeader(description: Array(text.utf8))
      Issue.record("\(type) was accepted")
    } catch {
      #expect(error.remedy.contains(words), "\(error.remedy)")
    }
  }

  @Test("Versions and lengths")
  func prefixes() throws {
    #expect(try NPYPrefix(NPYPrefix.magic + [1, 0]).lengthByteCount == 2)
    #expect(try NPYPrefix(NPYPrefix.magic + [2, 0]).lengthByteCount == 4)
    #expect(try NPYPrefix(NPYPrefix.magic + [3, 0]).lengthByteCount == 4)
    #expect(try NPYPrefix(NPYPrefix.magic + [3, 0]).descriptionLength([0x76, 1, 0, 0]) == 0x176)
    for bytes in [
      [], NPYPrefix.magic, NPYPrefix.magic + [1, 1], NPYPrefix.magic + [4, 0], [0, 1, 2, 3, 4, 5, 1, 0],
    ] {
      #expect(throws: NPYProblem.self) { try NPYPrefix(bytes) }
    }
    let long = try NPYPrefix(NPYPrefix.magic + [2, 0])
    #expect(throws: NPYProblem.self) { try long.descriptionLength([255, 255, 255, 255]) }
    #expect(throws: NPYProblem.cutShort) { try long.descriptionLength([1]) }
  }

  @Test("Garbage is refused, never a crash, and a changed header never means other than it says")
  func garbage() throws {
    let good = Array("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }\n".utf8)
    let alphabet = Array("{}(),:'\"<>f48TrueFalse 0123\\\u{0}é-L[]".utf8)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let byte = alphabet.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = byte
        case 1: bytes.insert(byte, at: index)
        case 2 where bytes.count > 1: bytes.remove(at: index)
        default: bytes.removeSubrange(index..<max(index, bytes.count - 1))
        }
        if bytes.isEmpty { bytes = good }
      }
      if let header = try? NPYHeader(description: bytes) {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\(header.rowCount)") && text.contains("\(header.columnCount)"), "\(text)")
        #expect(text.contains(header.element.rawValue), "\(text)")
      }
    }
  }
}

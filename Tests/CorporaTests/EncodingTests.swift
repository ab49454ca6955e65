import AnalysisModel
import Foundation
import TestSupport
import Testing

@testable import Corpora

@Suite struct EncodingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let remark =
    "the file is no UTF-8 and was read as Windows-1252; --encoding names another encoding"

  /// Every character of these stands for itself in Windows-1252.
  private func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x20AC: 0x80
      case 0x201C: 0x93
      case 0x201D: 0x94
      case 0x2013: 0x96
      default: UInt8(scalar.value)
      }
    }
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test(arguments: [false, true]) func aByteOrderMarkNamesTheEncoding(bigEndian: Bool) async throws {
    let text = "Grüße, 你好 😀\r\nend"
    let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for name in ["a.txt", "a.md", "a.html"] {
      let bytes = mark + utf16(text, bigEndian: bigEndian)
      let path = try folder.write(name, bytes)
      // The mark says more than the option.
      for encoding in [nil, "latin1"] {
        let corpus = try await read(path) { $0.encoding = encoding }
        #expect(corpus.texts == [name == "a.html" ? "Grüße, 你好 😀 end" : text])
        #expect(corpus.warnings.isEmpty && corpus.account.bytes == bytes.count)
        // Without its mark the rest would not be understood.
        #expect(corpus.documents[0].origin.bytes == 0..<bytes.count)
      }
    }
  }

  @Test func utf32WithAMarkIsRead() async throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0, 0x00, 0xF6, 0x01, 0, 0x42, 0, 0, 0]
    #expect(try await read(try folder.write("a.txt", bytes)).texts == ["A😀B"])
  }

  @Test(arguments: [false, true]) func utf16WithoutAMarkIsRecognised(bigEndian: Bool) async throws {
    let path = try folder.write("a.txt", utf16("Die Straße – und “das” Ding\r\n😀", bigEndian: bigEndian))
    let corpus = try await read(path)
    #expect(corpus.texts == ["Die Straße – und “das” Ding\r\n😀"])
    let name = bigEndian ? "UTF-16BE" : "UTF-16LE"
    #expect(
      corpus.messages == [
        "the file has no byte-order mark and was read as \(name), which it looks like"
      ])
    #expect(try await read(path) { $0.encoding = name }.warnings.isEmpty)
  }

  @Test(
    arguments: [
      // Numbers of two bytes; text and then numbers; half a surrogate pair; too little to tell.
      [7, 0, 2, 0, 5, 0, 1, 0, 9, 0], Array("text".utf8) + [0, 0, 0, 0, 0, 0],
      [0x61, 0, 0x62, 0, 0x00, 0xD8, 0x63, 0, 0x64, 0], [0x61, 0, 0x62, 0],
    ] as [[UInt8]])
  func otherNULsAreNoUTF16(bytes: [UInt8]) async throws {
    #expect(EncodingDetection.utf16WithoutMark(bytes) == nil)
    let error = try #require(try await readingError(try folder.write("a.txt", bytes)))
    #expect(error.problem.hasPrefix("the file is binary"))
  }

  @Test(arguments: ["a.txt", "a.md", "a.html"])
  func windows1252IsRecognisedWithAWarning(name: String) async throws {
    let text = "Das “Café” kostet 5 € – très cher"
    let path = try folder.write(name, windows1252(text))
    let corpus = try await read(path)
    #expect(corpus.texts == [text])
    #expect(corpus.warnings == [DataWarning(path: path, message: Self.remark)])
    #expect(corpus.documents[0].origin.bytes == 0..<windows1252(text).count)
    // Latin-1 is read as what contains it.
    for label in ["Windows-1252", "latin1", "ISO-8859-1"] {
      let told = try await read(path) { $0.encoding = label }
      #expect(told.texts == [text] && told.warnings.isEmpty)
    }
  }

  @Test func aBrokenUTF8FileStaysUTF8() async throws {
    let path = try folder.write("a.txt", Array("é à û ".utf8) + [0xE9] + Array(" text".utf8))
    let corpus = try await read(path)
    #expect(corpus.texts == ["é à û \u{FFFD} text"])
    #expect(corpus.messages == ["1 place that is no UTF-8 was replaced by U+FFFD"])
  }

  @Test func aCharacterThatTheEndCutsOffSaysNothing() async throws {
    let path = try folder.write("a.txt", Array("Plain words and then".utf8) + [0xE2, 0x80])
    #expect(try await read(path).texts == ["Plain words and then\u{FFFD}"])
  }

  @Test(arguments: [
    ("größer als öde Süßigkeiten", true), ("C'est à voir, où qu'il soit déjà", true),
    ("“Ça va” – “É bom”", true),
    ("plain ÿþ and ÿþ plain words", false), ("ìåòàë è ñòàëü", false),
  ])
  func windows1252IsToldByWhereItsBytesStand(text: String, expected: Bool) {
    let bytes = windows1252(text)
    #expect(bytes.withUnsafeBufferPointer(EncodingDetection.looksLikeWindows1252) == expected)
  }

  @Test func cyrillicIsNotTakenForWindows1252() async throws {
    // “привет мир” in KOI8-R.
    let bytes: [UInt8] = [0xD0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20, 0xCD, 0xC9, 0xD2]
    let path = try folder.write("a.txt", bytes)
    #expect(try await read(path).texts[0].contains("\u{FFFD}"))
    #expect(try await read(path) { $0.encoding = "KOI8-R" }.texts == ["привет мир"])
  }

  @Test func whatStandsForNothingInTheNamedEncodingIsReplaced() async throws {
    let path = try folder.write("a.txt", Array("a".utf8) + [0x81, 0xE9, 0x8D])
    let corpus = try await read(path) { $0.encoding = "windows-1252" }
    #expect(corpus.texts == ["a\u{FFFD}é\u{FFFD}"])
    #expect(corpus.messages == ["2 places that are no Windows-1252 were replaced by U+FFFD"])
    // A character that is cut off at the end.
    let cut = try folder.write("b.txt", [0x61, 0, 0x62])
    #expect(try await read(cut) { $0.encoding = "utf-16" }.texts == ["a\u{FFFD}"])
  }

  @Test(arguments: ["no-such-encoding", "", "UTF-8//IGNORE", "../x"])
  func unknownEncodingsAreErrors(name: String) async throws {
    let path = try folder.write("a.txt", "x")
    let error = try #require(try await readingError(path) { $0.encoding = name })
    #expect(error.problem == "there is no encoding ‘\(name)’" && error.remedy?.contains("iconv -l") == true)
  }

  @Test func aTableIsCutBeforeItIsDecoded() async throws {
    let text = "text,título\nCafé “x”,5 €\n\"a, naïve \"\"b\"\"\",c\n"
    let files: [(label: String?, name: String)] = [
      (nil, "a.csv"), ("windows-1252", "b.csv"), ("latin1", "c.tsv"),
    ]
    for (label, name) in files {
      let isTSV = name.hasSuffix("tsv")
      let contents = isTSV ? text.replacing(",", with: "\t").replacing("a\t", with: "a,") : text
      let bytes = windows1252(contents)
      let path = try folder.write(name, bytes)
      let corpus = try await read(path) {
        $0.encoding = label
        $0.titleField = "título"
      }
      #expect(corpus.texts == ["Café “x”", "a, naïve \"b\""])
      #expect(corpus.documents.map { $0.title?.string } == ["5 €", "c"])
      #expect(corpus.messages == (label == nil ? [Self.remark] : []))
      let range = try #require(corpus.documents[0].origin.bytes)
      #expect(bytes[range].elementsEqual(windows1252(isTSV ? "Café “x”\t5 €" : "Café “x”,5 €")))
    }
  }

  @Test func shiftJISTablesAreCutRightly() async throws {
    // 表 is 0x95 0x5C, whose second byte is a backslash.
    let path = try folder.write("a.csv", Array("text,id\n".utf8) + [0x95, 0x5C] + Array(",7\n".utf8))
    let corpus = try await read(path) { $0.encoding = "SHIFT_JIS" }
    #expect(corpus.texts == ["表"] && corpus.ids == ["7"])
  }

  @Test(arguments: ["UTF-16LE", "UTF-16", "UTF-32BE", "UTF-7", "ISO-2022-JP"])
  func tablesInEncodingsThatCannotBeCutAreErrors(name: String) async throws {
    let path = try folder.write("a.csv", "text\nx\n")
    let error = try #require(try await readingError(path) { $0.encoding = name })
    #expect(error.problem.contains("in which only texts") && error.remedy?.hasPrefix("iconv -f ") == true)
  }

  @Test func jsonLinesAreUTF8WhateverIsSaid() async throws {
    let path = try folder.write("a.jsonl", "{\"text\":\"é\"}")
    #expect(try await read(path) { $0.encoding = "latin1" }.texts == ["é"])
  }

  @Test(arguments: ["a.txt", "a.html", "a.csv"])
  func strayNULsAreReplacedAndCutNothing(name: String) async throws {
    let words = String(repeating: "some words that are many ", count: 40)
    let header = name == "a.csv" ? "text\n" : ""
    let path = try folder.write(name, Array(header.utf8) + Array(words.utf8) + [0] + Array("and more".utf8))
    let corpus = try await read(path)
    #expect(corpus.texts == [words + "\u{FFFD}and more"])
    #expect(corpus.messages == ["1 NUL byte was replaced by U+FFFD"])
  }

  @Test func aStrayNULInAJSONLineCostsThatLine() async throws {
    let good = (0..<50).map { "{\"text\":\"\($0) and some words\"}\n" }.joined()
    let lines = good + "{\"text\":\"a\0b\"}\n{\"text\":\"c\\u0000d\"}"
    let path = try folder.write("a.jsonl", lines)
    #expect(try await readingError(path)?.record == 51)
    let corpus = try await read(path) { $0.onError = .skip }
    #expect(corpus.documents.count == 51 && corpus.texts.last == "c\0d")
  }

  @Test(arguments: UInt64(1)...50)
  func windows1252ComesBackAsItWasWritten(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scalars = (0..<Int.random(in: 0...200_000 / Int(seed), using: &random)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: Bool.random(using: &random) ? 1...0x7F : 0xA0...0xFF, using: &random))
    }
    let text = String(String.UnicodeScalarView(scalars))
    let output = TextDecoder(.windows1252).decode(windows1252(text)[...])
    #expect(output.bytes.elementsEqual(text.utf8) && output.illFormedPlaces == 0, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...50)
  func utf16ComesBackAsTheStandardLibraryReadsIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      UInt16.random(in: Bool.random(using: &random) ? 0xD700...0xE0FF : 1...0x3FF, using: &random)
    }
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let output = TextDecoder(.utf16LittleEndian).decode(bytes[...])
    #expect(output.bytes.elementsEqual(String(decoding: units, as: UTF16.self).utf8), "seed \(seed)")
  }
}

import AnalysisModel
import TestSupport
import Testing

@testable import TextFeatures

@Suite("Words, addresses, pairs and emoji")
struct WordScannerTests {
  @Test(
    "words follow UAX #29, the colon excepted",
    arguments: [
      ("I am a cat", ["I", "am", "a", "cat"]),
      ("don't stop. Go!", ["don't", "stop", "Go"]),
      ("3.14 1,000;2 v1.2 U.S.A. Mr.", ["3.14", "1,000;2", "v1.2", "U.S.A", "Mr"]),
      ("a:b 12:30 key:value", ["a", "b", "12", "30", "key", "value"]),
      ("snake_case __init__ _ __ _word_ **bold** *it*", ["snake_case", "init", "word", "bold", "it"]),
      ("$5 50% C++ (x) [y]", ["5", "50", "C", "x", "y"]),
      ("x. 'quoted' rock-n-roll", ["x", "quoted", "rock", "n", "roll"]),
      ("Hamas’s “plan” — naïve café", ["Hamas’s", "plan", "naïve", "café"]),
      ("é:ü Ä_Ö _ß_ ", ["é", "ü", "Ä_Ö", "ß"]),
      ("Привет, мир! שלום עליכם", ["Привет", "мир", "שלום", "עליכם"]),
      ("٣٫١٤ १२३", ["٣٫١٤", "१२३"]),
      ("हिन्दी में", ["हिन्दी", "में"]),
      ("", []), ("  \n\t ", []), ("!?.,;:", []), ("\u{301}\u{302}", []),
    ])
  func words(text: String, expected: [String]) async throws {
    #expect(try await spellings(text) == expected)
  }

  @Test(
    "an address is one token without the sentence around it",
    arguments: [
      ("<https://a.b/c-d>", ["https://a.b/c-d"]),
      ("(see http://x.y/z).", ["see", "http://x.y/z"]),
      ("[text](http://x.y/z)", ["text", "http://x.y/z"]),
      ("https://en.wikipedia.org/wiki/Foo_(bar).", ["https://en.wikipedia.org/wiki/Foo_(bar)"]),
      ("“https://ko.wikipedia.org/wiki/한국어”", ["https://ko.wikipedia.org/wiki/한국어"]),
      ("見てhttps://a.jp/x。次", ["見て", "https://a.jp/x", "次"]),
      ("www.example.com, WWW.X.ORG!", ["www.example.com", "WWW.X.ORG"]),
      ("xwww.example.com", ["xwww.example.com"]),
      ("mail: Joe.Doe+x@mail.example.org.", ["mail", "Joe.Doe+x@mail.example.org"]),
      ("mailto:a@b.de", ["mailto", "a@b.de"]),
      ("müller@web.de 连系abc@x.cn谢谢", ["müller@web.de", "连系", "abc@x.cn", "谢谢"]),
      ("@handle user@host a@@b.c", ["handle", "user", "host", "a", "b.c"]),
      ("http:// ://x www. w.w", ["http", "x", "www", "w.w"]),
      ("a=http://x.y/?q=1&r=2;ftp://z.w", ["a", "http://x.y/?q=1&r=2;ftp://z.w"]),
      ("**http://x.y**", ["http://x.y"]),
    ])
  func addresses(text: String, expected: [String]) async throws {
    #expect(try await spellings(text) == expected)
  }

  @Test(
    "scripts without spaces become overlapping pairs",
    arguments: [
      ("東京都", ["東京", "京都"]),
      ("猫", ["猫"]),
      ("iPhone15を買う", ["iPhone15", "を買", "買う"]),
      ("서울에서 왔다", ["서울", "울에", "에서", "왔다"]),
      ("カラー、カ", ["カラ", "ラー", "カ"]),
      ("ｶﾞｷﾞ", ["ｶﾞｷﾞ"]),
      ("が\u{304B}\u{3099}か", ["が\u{304B}\u{3099}", "\u{304B}\u{3099}か"]),
      ("กำลัง", ["กำลั", "ลัง"]),
      ("中文ABC中", ["中文", "ABC", "中"]),
      ("２０２４年", ["２０２４", "年"]),
      ("𠀀𠀁𠀂", ["𠀀𠀁", "𠀁𠀂"]),
    ])
  func pairs(text: String, expected: [String]) async throws {
    #expect(try await spellings(text) == expected)
  }

  @Test(
    "emoji are tokens, sequences whole",
    arguments: [
      ("😀😀", ["😀", "😀"]),
      ("good👍🏽!", ["good", "👍🏽"]),
      ("👨‍👩‍👧‍👦 🇫🇷🇩🇪", ["👨‍👩‍👧‍👦", "🇫🇷", "🇩🇪"]),
      ("❤️ ❤ ☺", ["❤️"]),
      ("1️⃣ #️⃣ ©", ["1️⃣", "#️⃣"]),
      ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴󠁧󠁢󠁥󠁮󠁧󠁿"]),
      ("→ ★ €", []),
    ])
  func emoji(text: String, expected: [String]) async throws {
    #expect(try await spellings(text) == expected)
  }
}

extension WordScannerTests {
  /// Chunk by chunk through libunistring and the finder of addresses, without any mask.
  static func plainSpans(_ text: [UInt8]) -> [Range<Int>] {
    var collector = SpanCollector()
    var segmenter = UnicodeSegmenter()
    text.withUnsafeBufferPointer { text in
      ByteClass.table.withUnsafeBufferPointer { classes in
        let finder = AddressFinder(text: text, classes: classes)
        var start = 0
        for end in 0...text.count where end == text.count || classes[Int(text[end])].meets(.space) {
          var position = start
          while let address = finder.first(in: position..<end) {
            segmenter.segment(text, position, address.lowerBound, into: &collector)
            collector.take(address.lowerBound, address.upperBound, .address)
            position = address.upperBound
          }
          segmenter.segment(text, position, end, into: &collector)
          start = end + 1
        }
      }
    }
    return collector.spans
  }

  @Test("64 bytes at a time cut as chunk by chunk does", arguments: 0..<60 as Range<UInt64>)
  func masksAgree(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rare = [
      "é", "\u{301}", "漢字", "😀", "\u{2019}", ":", "@", "_", ";", ".", ",", "'", "www.a", "a@b.cd", "http://x",
      "WWW.", "\u{85}", "\0", "\u{7F}", "\u{A0}",
    ]
    let spaces = [" ", " ", "\n", "\t\r", "\u{B}", "  "]
    for length in 0..<200 {
      var text = ""
      while text.utf8.count < length {
        let choice = UInt64.random(in: 0..<20, using: &random)
        if choice < seed % 5 {
          text += rare.randomElement(using: &random) ?? ""
        } else if choice < 5 + seed % 3 * 4 {
          text += seed % 7 == 0 ? "-" : spaces.randomElement(using: &random) ?? ""
        } else {
          text += ["a", "W", "3", "word"].randomElement(using: &random) ?? ""
        }
      }
      let bytes = Array(text.utf8)
      var collector = SpanCollector()
      var scanner = WordScanner()
      bytes.withUnsafeBufferPointer { scanner.scan($0, into: &collector) }
      #expect(collector.spans == Self.plainSpans(bytes), "seed \(seed): \(text.debugDescription)")
    }
  }
}

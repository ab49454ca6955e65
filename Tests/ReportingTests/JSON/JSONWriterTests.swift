import AnalysisModel
import Foundation
import Testing

@testable import Reporting

@Suite struct JSONWriterTests {
  @Test func keepsTheOrderOfKeys() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("z", 1)
      writer.arrayField("a") { writer in
        writer.value(true)
        writer.null()
        writer.object { _ in }
        writer.array { _ in }
      }
      writer.field("m", "x")
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"z":1,"a":[true,null,{},[]],"m":"x"}"#)
  }

  @Test func breaksLinesToTheDepthAskedFor() {
    var writer = JSONWriter(expandedDepth: 1)
    writer.object { writer in
      writer.field("a", 1)
      writer.arrayField("b") { $0.value(2) }
      writer.objectField("c") { _ in }
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "{\n  \"a\": 1,\n  \"b\": [2],\n  \"c\": {}\n}")
  }

  @Test(arguments: [
    (1.0, "1"), (0.0, "0"), (-0.0, "0"), (0.83, "0.83"), (0.1 + 0.2, "0.30000000000000004"),
    (1e-9, "1e-09"), (1e300, "1e+300"), (-2.5, "-2.5"),
  ])
  func numbersAreTheShortestThatReadBack(_ number: Double, _ spelling: String) throws {
    #expect(JSONWriter.spelling(number) == spelling)
    #expect(Double(spelling) == number)
  }

  @Test func escapesWhatReadersTrip() throws {
    let text = "a/\"\\\u{8}\t\n\u{C}\r\u{0}\u{1B}\u{7F}\u{85}\u{9B}\u{2028}\u{2029} é 𝄞 </script>"
    var writer = JSONWriter()
    writer.value(text)
    let json = String(decoding: writer.bytes, as: UTF8.self)
    #expect(
      json
        == #""a/\"\\\b\t\n\f\r\u0000\u001b\u007f\u0085\u009b\u2028\u2029 é 𝄞 </script>""#)
    let decoded = try JSONDecoder().decode(String.self, from: Data(writer.bytes))
    #expect(decoded == text)
  }

  @Test func markupCannotEndAScriptElement() {
    var writer = JSONWriter(escapesMarkup: true)
    writer.value("</script><!--")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #""\u003c/script>\u003c!--""#)
  }

  @Test func textSlicesAreWrittenFromTheirOwnStart() {
    let text = UTF8Text("before middle after")[7..<13]
    var writer = JSONWriter()
    writer.value(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"middle\"")
  }
}

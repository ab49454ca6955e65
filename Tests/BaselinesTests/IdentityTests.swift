import AnalysisModel
import Testing

@testable import Baselines

@Suite("What a document and a passage are known by")
struct IdentityTests {
  private func identity(
    _ id: String, _ text: String, title: String? = nil, includesTitle: Bool = true, record: Int? = nil
  ) -> DocumentIdentity {
    DocumentIdentity(
      of: Document(
        id: id, title: title.map { UTF8Text($0) }, text: UTF8Text(text),
        origin: .init(path: "news.jsonl", record: record)), includesTitle: includesTitle)
  }

  @Test func idAndTextCount() {
    #expect(identity("a", "text") == identity("a", "text"))
    #expect(identity("a", "text") != identity("b", "text"))
    #expect(identity("a", "text") != identity("a", "Text"))
  }

  @Test func theTitleCountsWhereItTakesPart() {
    #expect(identity("a", "text", title: "One") != identity("a", "text", title: "Two"))
    #expect(identity("a", "text", title: "One") != identity("a", "text"))
    #expect(identity("a", "bc", title: "a") != identity("a", "c", title: "ab"))
    #expect(
      identity("a", "text", title: "One", includesTitle: false)
        == identity("a", "text", title: "Two", includesTitle: false))
  }

  @Test func theStorageOfATextDoesNotCount() {
    let shared = Array("before text after".utf8)
    let document = Document(id: "a", text: UTF8Text(validated: shared[7..<11]))
    #expect(DocumentIdentity(of: document, includesTitle: true) == identity("a", "text"))
  }

  @Test func aRecordWithoutIdIsNotKnownByItsNumber() {
    #expect(identity("news.jsonl#7", "text", record: 7).id == "news.jsonl#")
    #expect(identity("news.jsonl#7", "text", record: 7) == identity("news.jsonl#8", "text", record: 8))
    // An id of its own that happens to end in a number.
    #expect(identity("issue#7", "text", record: 8).id == "issue#7")
    #expect(identity("issue#7", "text").id == "issue#7")
  }

  @Test(arguments: [
    ("Rain fell, today.", "RAIN fell today"), ("“Rain” — fell", "rain fell"), ("Straße", "STRASSE"),
    ("café", "cafe\u{301}"), ("ﬁne", "fine"), ("two\nlines", "two  lines"), ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
  ])
  func caseAndPunctuationDoNotCount(_ a: String, _ b: String) {
    #expect(PassageIdentity.digest(of: a) == PassageIdentity.digest(of: b))
  }

  @Test(arguments: [
    ("rain fell", "rainfell"), ("rain fell", "fell rain"), ("12 weeks", "13 weeks"), ("😀", "😁"),
    ("議会は月曜日", "議会は火曜日"), ("", " "),
  ])
  func wordsCount(_ a: String, _ b: String) {
    #expect(PassageIdentity.digest(of: a) != PassageIdentity.digest(of: b))
  }

  @Test func theFastPathOfASCIIAgreesWithTheOther() {
    // A character outside ASCII and not in a word sends the text the other way.
    for text in ["Rain fell, today.", " a1 B2-c3 ", "x", "don't  stop!\tNow", "under_score 3.14"] {
      #expect(PassageIdentity.words(of: text) == PassageIdentity.words(of: text + " …"), "\(text)")
    }
  }

  @Test func fingerprintsForgetWhoRepresentsWhom() {
    let (a, b, c) = (identity("a", "x"), identity("b", "y"), identity("c", "z"))
    #expect(FindingIdentities.fingerprint(a, b) == FindingIdentities.fingerprint(b, a))
    #expect(FindingIdentities.fingerprint(a, b) != FindingIdentities.fingerprint(a, c))
    #expect(
      FindingIdentities.fingerprint(ofTemplate: [a, b, c])
        == FindingIdentities.fingerprint(ofTemplate: [c, a, b])
    )
  }
}

import AnalysisModel
import Foundation
import Testing

@Suite struct KeepPoliciesTests {
  @Test(arguments: [
    ("first", [KeepPolicy.first]),
    ("longest,first", [.longest, .first]),
    ("source:A,B,longest", [.sources(["A", "B"]), .longest]),
    ("newest,source:A B,longest,source:C", [.newest, .sources(["A B"]), .longest, .sources(["C"])]),
    // Behind the mark a rule's name is a source's name.
    ("source:longest,newest", [.sources(["longest"]), .newest]),
    ("source:A,source:longest,source:source:x", [.sources(["A", "longest", "source:x"])]),
    (#"source:Paris\, Texas,a\\b"#, [.sources(["Paris, Texas", #"a\b"#])]),
  ])
  func readsAndWritesLists(text: String, policies: [KeepPolicy]) throws {
    let list = try #require(KeepPolicies(text))
    #expect(list.policies == policies)
    #expect(list.description == text)
    #expect(KeepPolicies(list.description) == list)
  }

  @Test(arguments: [
    "", "longst", "first,", "A,source:B", "source:", "source:,A", "source:A,,B", "longest first",
  ])
  func refusesWhatIsNoList(text: String) {
    #expect(KeepPolicies(text) == nil)
  }

  @Test func joinsRepeatedOptions() throws {
    let lists = try ["source:A", "source:first", "oldest"].map { try #require(KeepPolicies($0)) }
    #expect(KeepPolicies(joining: lists).policies == [.sources(["A", "first"]), .oldest])
    #expect(KeepPolicies([]) == .first)
  }

  @Test(arguments: [
    ("first,longest", "first"), ("newest,oldest", "oldest"), ("longest,source:A,longest", "twice"),
  ])
  func namesRulesThatNeverDecide(text: String, word: String) throws {
    let list = try #require(KeepPolicies(text))
    #expect(list.problem?.contains(word) == true)
    var configuration = Configuration()
    configuration.duplicates.keep = list
    #expect(throws: RefrainError.self) { try configuration.validated() }
    configuration.duplicates.keep = try #require(KeepPolicies("source:A,longest,source:B,first"))
    #expect(try configuration.validated() == configuration)
  }

  @Test func isCodedAsItsSpelling() throws {
    let list = try #require(KeepPolicies("source:A,B,newest"))
    let coded = try JSONEncoder().encode([list])
    #expect(String(decoding: coded, as: UTF8.self) == #"["source:A,B,newest"]"#)
    #expect(try JSONDecoder().decode([KeepPolicies].self, from: coded) == [list])
    let nested = Data(#"[["source:A,B","newest"]]"#.utf8)
    #expect(try JSONDecoder().decode([KeepPolicies].self, from: nested) == [list])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([KeepPolicies].self, from: Data(#"["best"]"#.utf8))
    }
  }

  @Test func provenanceIsSourceFieldElseFileElseFolder() {
    func provenance(_ path: String, record: Int? = nil, source: String? = nil) -> String {
      Document(id: "x", text: "", source: source, origin: .init(path: path, record: record)).provenance
    }
    #expect(provenance("a/b.jsonl", record: 1, source: "Agency") == "Agency")
    #expect(provenance("a/b.jsonl", record: 1, source: "") == "a/b.jsonl")
    #expect(provenance("a/b/c.txt") == "a/b")
    #expect(provenance("c.txt") == ".")
    #expect(provenance("/c.txt") == "/")
  }
}

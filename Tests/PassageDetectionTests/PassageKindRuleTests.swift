import Testing

@testable import PassageDetection

struct PassageKindRuleTests {
  private let rule = PassageKindRule(documentTokens: [20, 20, 100, 40])

  @Test func isInternalWithinOneDocument() {
    #expect(rule.kind(length: 15, isLine: false, documents: [0, 0]) == .internal)
  }

  @Test func isSyndicatedWhereItFillsTwoDocuments() {
    #expect(rule.kind(length: 11, isLine: false, documents: [0, 1]) == .syndicated)
    #expect(rule.kind(length: 11, isLine: false, documents: [0, 1, 2]) == .syndicated)
    // Two places together hold more than half of the fourth document.
    #expect(rule.kind(length: 11, isLine: false, documents: [0, 3, 3]) == .syndicated)
  }

  @Test func isReusedWhereItDoesNot() {
    #expect(rule.kind(length: 10, isLine: false, documents: [0, 1]) == .reused)
    #expect(rule.kind(length: 15, isLine: false, documents: [0, 2]) == .reused)
    #expect(rule.kind(length: 11, isLine: true, documents: [0, 1]) == .reused)
  }
}

import AnalysisModel
import Foundation
import Testing

@Suite struct DecimalFractionTests {
  @Test(arguments: [
    ("0", 0, 1), ("1", 1, 1), ("1.0", 10, 10), ("0.8", 8, 10), (".85", 85, 100), ("1.", 1, 1),
    ("85%", 85, 100),
    ("99.5%", 995, 1000), ("100%", 100, 100), ("0%", 0, 100), ("001", 1, 1),
    ("0.1234567", 1_234_567, 10_000_000),
  ])
  func whatUsersTypeIsTakenExactly(text: String, numerator: Int, denominator: Int) throws {
    let fraction = try #require(DecimalFraction(text))
    #expect(fraction.numerator == numerator && fraction.denominator == denominator)
  }

  @Test(arguments: [
    "", ".", "%", ".%", "1.1", "1.0000001", "2", "101%", "100.1%", "-0.5", "+0.5", "0,5", "1e-1", " 0.5",
    "0.5 ",
    "0.1234567891", "0.12345678%", "0.5.1", "٠.٥", "0001", "½", "85%%", "nan", "0x1", "99999999999999999999",
  ])
  func anythingElseIsNone(text: String) {
    #expect(DecimalFraction(text) == nil)
  }

  @Test func theBorderIsMetExactly() throws {
    // 0.8 · 5 is 4.000…, where Double arithmetic need not say so; 0.7 and 0.29 are known offenders.
    for (text, part, whole) in [("0.8", 4, 5), ("0.7", 7, 10), ("0.29", 29, 100), ("99.5%", 995, 1000)] {
      let fraction = try #require(DecimalFraction(text))
      #expect(fraction.isMet(by: part, of: whole))
      #expect(!fraction.isMet(by: part - 1, of: whole))
      #expect(fraction.minimumCount(of: whole) == part)
      #expect(fraction.minimumCount(of: whole + 1) == part + 1)
    }
  }

  @Test func nothingOfNothingMeetsOnlyZero() throws {
    #expect(try #require(DecimalFraction("0")).isMet(by: 0, of: 0))
    #expect(try !#require(DecimalFraction("0.1")).isMet(by: 0, of: 0))
    #expect(try #require(DecimalFraction("0.1")).minimumCount(of: 0) == 0)
  }

  @Test func theLargestCountsDoNotOverflow() throws {
    let largest = (1 << 33) - 1
    let fraction = try #require(DecimalFraction("99.9999999%"))
    #expect(fraction.isMet(by: largest, of: largest))
    #expect(!fraction.isMet(by: largest - largest / 1000, of: largest))
    #expect(fraction.minimumCount(of: largest) <= largest)
  }

  @Test func minimumCountIsTheSmallestThatMeets() throws {
    for text in ["0", "0.1", "0.333", "0.5", "66.6%", "1"] {
      let fraction = try #require(DecimalFraction(text))
      for whole in 1...200 {
        let minimum = fraction.minimumCount(of: whole)
        #expect(fraction.isMet(by: minimum, of: whole))
        #expect(minimum == 0 || !fraction.isMet(by: minimum - 1, of: whole))
      }
    }
  }

  @Test(arguments: [
    ("0.85", "0.85"), (".8500", "0.85"), ("85%", "0.85"), ("1", "1.0"), ("0", "0.0"), ("0.05", "0.05"),
    ("0.0000001", "0.0000001"), ("99.9999999%", "0.999999999"),
  ])
  func theDescriptionIsExact(text: String, description: String) {
    #expect(DecimalFraction(text)?.description == description)
  }

  @Test(arguments: ["0.85", "85%", "1", "0", "0.0000001", "12.34567%", "0.0000001%"])
  func codingKeepsTheValue(text: String) throws {
    let fraction = try #require(DecimalFraction(text))
    let decoded = try JSONDecoder().decode([DecimalFraction].self, from: JSONEncoder().encode([fraction]))
    #expect(decoded[0].numerator * fraction.denominator == fraction.numerator * decoded[0].denominator)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([DecimalFraction].self, from: Data("[\"1.5\"]".utf8))
    }
  }
}

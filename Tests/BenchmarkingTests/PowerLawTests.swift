import AnalysisModel
import Testing

@testable import Benchmarking

@Suite struct PowerLawTests {
  @Test("Exact power laws give their exponent back", arguments: [0, 0.5, 1, 1.5, 2, 3.25])
  func exact(_ exponent: Double) throws {
    let points = [100.0, 250, 1_000, 4_000].map { (x: $0, y: 0.003 * power($0, exponent)) }
    #expect(abs(try #require(PowerLaw.exponent(of: points)) - exponent) < 1e-12)
  }

  @Test("The line is that of least squares")
  func leastSquares() throws {
    // ln x = 0, 1, 2 and ln y = 0, 2, 1: slope 1/2.
    let e = 2.718281828459045
    let points = [(x: 1.0, y: 1.0), (x: e, y: e * e), (x: e * e, y: e)]
    #expect(abs(try #require(PowerLaw.exponent(of: points)) - 0.5) < 1e-12)
  }

  @Test("One size has no exponent, and neither have times of zero")
  func tooFew() {
    #expect(PowerLaw.exponent(of: [(x: Double, y: Double)]()) == nil)
    #expect(PowerLaw.exponent(of: [(x: 10.0, y: 1.0), (x: 10, y: 2)]) == nil)
    #expect(PowerLaw.exponent(of: [(x: 10.0, y: 1.0), (x: 20, y: 0)]) == nil)
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    // Quarters are enough here: the root of the root, to a whole power.
    let root = base.squareRoot().squareRoot()
    return (0..<Int(exponent * 4)).reduce(1.0) { product, _ in product * root }
  }
}

import AnalysisModel
import Testing

@testable import Benchmarking

@Suite struct PowerLawTests {
  @Test("Exact power laws give their exponent back", arguments: [0, 0.5, 1, 1.5, 2, 3.25])
  func exact(_ exponent: Double) throws {
    let points = [100.0, 250, 1_000, 4_000].map { (x: $0, y: 0.003 * power($0, exponent)) }
    #expect(abs(try #require(PowerLaw(of: points)).exponent - exponent) < 1e-12)
  }

  @Test("The line is that of least squares")
  func leastSquares() throws {
    // ln x = 0, 1, 2 and ln y = 0, 2, 1: slope 1/2.
    let e = 2.718281828459045
    let points = [(x: 1.0, y: 1.0), (x: e, y: e * e), (x: e * e, y: e)]
    #expect(abs(try #require(PowerLaw(of: points)).exponent - 0.5) < 1e-12)
  }

  @Test("One size has no exponent, and neither have times of zero")
  func tooFew() {
    #expect(PowerLaw(of: [(x: Double, y: Double)]()) == nil)
    #expect(PowerLaw(of: [(x: 10.0, y: 1.0), (x: 10, y: 2)]) == nil)
    #expect(PowerLaw(of: [(x: 10.0, y: 1.0), (x: 20, y: 0)]) == nil)
  }

  @Test("The standard error is that of the slope of a line")
  func standardError() throws {
    // As above: residuals -1/2, 1, -1/2, so that 3/2 / (3 - 2) / 2 = 3/4 is its square.
    let e = 2.718281828459045
    let law = try #require(PowerLaw(of: [(x: 1.0, y: 1.0), (x: e, y: e * e), (x: e * e, y: e)]))
    #expect(abs(try #require(law.standardError) - 0.75.squareRoot()) < 1e-12)
    #expect(try #require(PowerLaw(of: [(x: 1.0, y: 1.0), (x: 2, y: 3)])).standardError == nil)
  }

  @Test("Two sizes, or a time below a millisecond, give no exponent of growth")
  func misleading() {
    func law(_ points: [(Int, Double)]) -> PowerLaw? {
      PowerLaw(ofTimes: points.map { ScalingCurve.Point(documents: $0.0, seconds: $0.1) })
    }
    #expect(law([(100, 0.1), (200, 0.2)]) == nil)
    #expect(law([(100, 0.1), (200, 0.2), (200, 0.2)]) == nil)
    #expect(law([(100, 0.000_999), (200, 0.2), (400, 0.4)]) == nil)
    let exponent = law([(100, 0.001), (200, 0.002), (400, 0.004)])?.exponent
    #expect(abs((exponent ?? 0) - 1) < 1e-12)
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    // Quarters are enough here: the root of the root, to a whole power.
    let root = base.squareRoot().squareRoot()
    return (0..<Int(exponent * 4)).reduce(1.0) { product, _ in product * root }
  }
}

import Testing

@testable import Reporting

@Suite struct ScalingPlotTests {
  @Test("Labels keep their order and their distance, inside the range")
  func spread() {
    let wanted = [100.0, 101, 102, 300, 399]
    let placed = ScalingPlot.spread(wanted, in: 40...400)
    #expect(placed[0] == 100 && placed[3] == 300)
    for (one, next) in zip(placed, placed.dropFirst()) { #expect(next - one >= 18.99) }
    let low = ScalingPlot.spread([399, 398, 400], in: 40...400)
    #expect(low[1] < low[0] && low[0] < low[2] && low.allSatisfy { $0 <= 400 })
  }

  @Test("A logarithmic axis gives equal ratios equal lengths")
  func axis() {
    let axis = LogAxis(lower: 0.01, upper: 100, start: 400, end: 0)
    #expect(axis.place(0.01) == 400)
    #expect(axis.place(100) == 0)
    #expect(abs(axis.place(1) - 200) < 1e-9)
    // One value alone still has a place.
    #expect(LogAxis(lower: 5, upper: 5, start: 0, end: 10).place(5) == 0)
  }

  @Test("Ticks are round, enclose the values, and are few")
  func ticks() {
    #expect(LogAxis.rounded(0.0123...0.9) == 0.01...1)
    #expect(LogAxis.ticks(0.01...1) == [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1])
    #expect(LogAxis.rounded(3e-4...30) == 2e-4...50)
    #expect(LogAxis.ticks(2e-4...50) == [0.001, 0.01, 0.1, 1, 10])
  }
}

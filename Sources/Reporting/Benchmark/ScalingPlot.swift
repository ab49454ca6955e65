import AnalysisModel
import Mustache

/// The growth of every stage as a drawing: seconds by documents, both logarithmic, so that a power law is a
/// straight line and its exponent the slope.
struct ScalingPlot {
  typealias Values = [String: Any]

  private static let width = 840.0
  private static let height = 470.0
  private static let left = 72.0
  private static let right = 620.0
  private static let top = 34.0
  private static let bottom = 410.0
  /// Labels at the ends of the lines stand at least so far apart.
  private static let labelHeight = 19.0
  /// Series look different up to this many; after that the looks begin anew.
  static let looks = 8

  private let curves: [ScalingCurve]
  private let unit: String
  private let xAxis: LogAxis
  private let yAxis: LogAxis
  private let xTicks: [Double]
  private let yTicks: [Double]

  /// A drawing; nil where there is nothing to draw.
  init?(_ run: BenchmarkRun) {
    curves = run.scaling.filter { !$0.points.isEmpty }
    unit = run.corpus.features.isEmpty ? "vectors" : "documents"
    let counts = curves.flatMap { $0.points.map { Double($0.documents) } }.filter { $0 > 0 }
    let seconds = curves.flatMap { $0.points.map(\.seconds) }.filter { $0 > 0 }
    guard let fewest = counts.min(), let most = counts.max(), let shortest = seconds.min(),
      let longest = seconds.max()
    else { return nil }
    xAxis = LogAxis(lower: fewest, upper: most, start: Self.left + 18, end: Self.right - 18)
    let range = LogAxis.rounded(shortest...longest)
    yAxis = LogAxis(
      lower: range.lowerBound, upper: range.upperBound, start: Self.bottom, end: Self.top)
    xTicks = Set(counts).sorted()
    yTicks = LogAxis.ticks(range)
  }

  /// The SVG.
  ///
  /// - Parameter standalone: whether it is a file of its own, with its own style, or part of a page.
  func markup(standalone: Bool) throws -> String {
    MustacheContentTypes.register(HTMLText.ContentType(), named: HTMLText.contentTypeName)
    let template = try MustacheTemplate(
      string: String(decoding: PackageResources.scaling_plot_mustache, as: UTF8.self))
    return template.render(values(standalone: standalone))
  }

  private func values(standalone: Bool) -> Values {
    [
      "standalone": standalone, "width": Self.spelling(Self.width), "height": Self.spelling(Self.height),
      "left": Self.spelling(Self.left), "right": Self.spelling(Self.right),
      "top": Self.spelling(Self.top), "bottom": Self.spelling(Self.bottom),
      "styleMarkup": String(decoding: PackageResources.scaling_plot_css, as: UTF8.self),
      "unit": unit, "summary": summary, "xTicks": horizontalTicks, "yTicks": verticalTicks,
      "lines": lines, "middleX": Self.spelling((Self.left + Self.right) / 2),
      "middleY": Self.spelling((Self.top + Self.bottom) / 2),
      "labelX": Self.spelling(Self.right + 26), "labelTop": Self.spelling(Self.top - 14),
      "axisY": Self.spelling(Self.bottom + 20), "titleY": Self.spelling(Self.bottom + 46),
    ]
  }

  private var summary: String {
    curves.map { curve in
      "\(BenchmarkWording.stage(curve.stage, curve.parameter)): exponent "
        + (curve.exponent.map(BenchmarkWording.hundredths) ?? "unknown")
    }.joined(separator: "; ") + "."
  }

  /// What the labels at the ends of the lines say, for a page too narrow to show them: a mark in a square of 16,
  /// name and exponent.
  var legend: [Values] {
    curves.indices.map { index in
      [
        "look": index % Self.looks, "mark": Self.mark(index, x: 8, y: 8),
        "name": BenchmarkWording.stage(curves[index].stage, curves[index].parameter),
        "exponent": BenchmarkWording.exponent(curves[index]),
      ]
    }
  }

  // MARK: Axes

  private var horizontalTicks: [Values] {
    var last = -Double.infinity
    return xTicks.map { count in
      let place = xAxis.place(count)
      // A number is some forty wide; the line stands where its number has no room.
      let hasLabel = place - last >= 52
      if hasLabel { last = place }
      return [
        "x": Self.spelling(place), "label": hasLabel ? Wording.grouped(Int(count)) : "",
      ]
    }
  }

  private var verticalTicks: [Values] {
    yTicks.map { seconds in
      [
        "y": Self.spelling(yAxis.place(seconds)), "textY": Self.spelling(yAxis.place(seconds) + 4),
        "label": JSONWriter.spelling(seconds),
      ]
    }
  }

  // MARK: Lines

  private var lines: [Values] {
    let ends = curves.map { yAxis.place($0.points[$0.points.count - 1].seconds) }
    let labels = Self.spread(ends, in: Self.top + 6...Self.bottom)
    return curves.indices.map { index in
      let curve = curves[index]
      let places = curve.points.map {
        (x: xAxis.place(Double($0.documents)), y: yAxis.place(max($0.seconds, 1e-6)))
      }
      let end = places[places.count - 1]
      let label = labels[index]
      return [
        "look": index % Self.looks,
        "path": places.enumerated().map {
          "\($0 == 0 ? "M" : "L")\(Self.spelling($1.x)) \(Self.spelling($1.y))"
        }.joined(),
        "marks": places.map { Self.mark(index, x: $0.x, y: $0.y) },
        "leader": "M\(Self.spelling(end.x + 8)) \(Self.spelling(end.y))L\(Self.spelling(Self.right + 20)) "
          + Self.spelling(label),
        "labelY": Self.spelling(label + 4), "labelX": Self.spelling(Self.right + 26),
        "name": BenchmarkWording.stage(curve.stage, curve.parameter),
        "exponent": curve.exponent.map(BenchmarkWording.hundredths) ?? "–",
        "exponentX": Self.spelling(Self.width - 12),
      ]
    }
  }

  /// A mark that tells the lines apart without colour: circle, square, diamond, triangle.
  private static func mark(_ index: Int, x: Double, y: Double) -> String {
    let x = spelling(x)
    let y = spelling(y)
    return switch index % 4 {
    case 0: "M\(x) \(y)m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    case 1: "M\(x) \(y)m-3.6 -3.6h7.2v7.2h-7.2z"
    case 2: "M\(x) \(y)m0 -5.2l5.2 5.2l-5.2 5.2l-5.2 -5.2z"
    default: "M\(x) \(y)m0 -5l4.8 8.4h-9.6z"
    }
  }

  /// Heights as near to the wanted ones as they can be a label apart, in the same order.
  static func spread(_ wanted: [Double], in range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var placed = wanted
    var least = range.lowerBound
    for index in order {
      placed[index] = max(wanted[index], least)
      least = placed[index] + labelHeight
    }
    // What was pushed out at the end is pushed back from there.
    var most = range.upperBound
    for index in order.reversed() {
      placed[index] = min(placed[index], most)
      most = placed[index] - labelHeight
    }
    return placed
  }

  /// One decimal is finer than anyone sees.
  private static func spelling(_ value: Double) -> String { JSONWriter.spelling((value * 10).rounded() / 10) }
}

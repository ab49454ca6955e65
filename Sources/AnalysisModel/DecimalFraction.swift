/// A threshold between 0 and 1 as the decimal fraction a user typed, so that set measures can be decided in
/// integers: `0.8` is exactly 8/10, and 4 shared of 5 meets it.
public struct DecimalFraction: Sendable, Hashable {
  /// The digits after the point as a number.
  public let numerator: Int
  /// A power of ten.
  public let denominator: Int

  /// Parses `0.85`, `.85`, `1`, `1.0`, `0` or `85%`; nil for anything else, for values above 1 and for more
  /// than nine decimals (seven of a percentage).
  public init?(_ text: String) {
    var digits = Substring(text)
    var scale = 1
    if digits.hasSuffix("%") {
      digits = digits.dropLast()
      scale = 100
    }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0]
    let decimals = parts.count > 1 ? parts[1] : ""
    guard !(whole.isEmpty && decimals.isEmpty), decimals.count <= (scale == 1 ? 9 : 7),
      (whole + decimals).allSatisfy({ $0.isASCII && $0.isNumber }), whole.count <= 3
    else { return nil }
    var power = 1
    for _ in decimals { power *= 10 }
    let value = (Int(whole) ?? 0) * power + (Int(decimals) ?? 0)
    guard value <= power * scale else { return nil }
    numerator = value
    denominator = power * scale
  }

  /// The nearest Double, for display and for Float kernels that only propose.
  public var doubleValue: Double { Double(numerator) / Double(denominator) }

  /// Whether `part / whole` is at least this fraction; exact, and true of 0/0 only for the fraction 0.
  ///
  /// - Precondition: both counts are at least 0 and below 2³³.
  public func isMet(by part: Int, of whole: Int) -> Bool {
    whole == 0 ? numerator == 0 : part * denominator >= whole * numerator
  }

  /// The smallest count that meets this fraction of `whole`: ⌈fraction · whole⌉.
  public func minimumCount(of whole: Int) -> Int {
    (whole * numerator + denominator - 1) / denominator
  }
}

extension DecimalFraction: CustomStringConvertible {
  /// The value with its decimals, exactly, for example `0.85`, `1.0` or `0.0000001`; parses back to the same
  /// value.
  public var description: String {
    let places = "\(denominator)".count - 1
    let digits = "\(numerator % denominator)"
    var decimals = String(repeating: "0", count: max(0, places - digits.count)) + digits
    while decimals.count > 1, decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(numerator / denominator).\(decimals)"
  }
}

extension DecimalFraction: Codable {
  /// Reads a number or a string such as `85%`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = DecimalFraction(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "‘\(text)’ is not a fraction between 0 and 1")
    }
    self = value
  }

  /// Writes the value as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

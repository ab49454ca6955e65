/// Which similar pairs are listed.
public struct PairOptions: Sendable, Hashable, Codable {
  /// What a pair must meet.
  public var selection = Selection.atLeast(0.5)

  /// The defaults of the command.
  public init() {}

  /// What a pair must meet to be listed.
  public enum Selection: Sendable, Hashable {
    /// Cosine, rounded to nine decimals, of at least this; 0 < bound ≤ 1.
    case atLeast(Double)
    /// The other document is among the k nearest of the first one.
    case nearest(Int)
  }
}

extension PairOptions.Selection: CustomStringConvertible, Codable {
  /// Parses `at-least 0.5` and `nearest 10`.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else { return nil }
    if parts[0] == "at-least", let bound = Double(parts[1]), bound > 0, bound <= 1 {
      self = .atLeast(bound)
    } else if parts[0] == "nearest", let count = Int(parts[1]), count >= 1 {
      self = .nearest(count)
    } else {
      return nil
    }
  }

  /// `at-least 0.5` or `nearest 10`.
  public var description: String {
    switch self {
    case .atLeast(let bound): "at-least \(bound)"
    case .nearest(let count): "nearest \(count)"
    }
  }

  /// Reads the spelling of `description`.
  public init(from decoder: any Decoder) throws {
    self = try decodeSpelling(from: decoder, as: "‘at-least 0.5’ or ‘nearest 10’", Self.init)
  }

  /// Writes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

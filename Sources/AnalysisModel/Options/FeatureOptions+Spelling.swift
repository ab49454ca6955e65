extension FeatureOptions.DocumentFrequencyBound: CustomStringConvertible, Codable {
  /// Parses `3` as a count and `0.5` or `1.0` as a share, as scikit-learn tells them apart by type.
  public init?(_ text: String) {
    if let count = Int(text) {
      guard count >= 0 else { return nil }
      self = .count(count)
    } else if let share = Double(text) {
      guard (0...1).contains(share) else { return nil }
      self = .share(share)
    } else {
      return nil
    }
  }

  /// `3` for a count, `0.5` for a share.
  public var description: String {
    switch self {
    case .count(let count): "\(count)"
    case .share(let share): "\(share)"
    }
  }

  /// Reads the spelling of `description`.
  public init(from decoder: any Decoder) throws {
    self = try decodeSpelling(from: decoder, as: "a count or a share between 0.0 and 1.0", Self.init)
  }

  /// Writes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension FeatureOptions.TermKind: CustomStringConvertible, Codable {
  /// Parses `words 1`, `words 1-2`, `characters 3-5`, `characters-in-words 3`.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let range = Self.range(String(parts[1])) else { return nil }
    switch parts[0] {
    case "words": self = .words(range)
    case "characters": self = .characters(range)
    case "characters-in-words": self = .charactersInWords(range)
    default: return nil
    }
  }

  /// Parses `3` or `3-5`: lengths of n-grams, 1 to 64.
  public static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first >= 1, first <= last, last <= 64
    else { return nil }
    return first...last
  }

  /// `words 1-2` and the like.
  public var description: String {
    switch self {
    case .words(let range): "words \(Self.spelling(range))"
    case .characters(let range): "characters \(Self.spelling(range))"
    case .charactersInWords(let range): "characters-in-words \(Self.spelling(range))"
    }
  }

  private static func spelling(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  /// Reads the spelling of `description`.
  public init(from decoder: any Decoder) throws {
    self = try decodeSpelling(from: decoder, as: "a term kind such as ‘words 1-2’", Self.init)
  }

  /// Writes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

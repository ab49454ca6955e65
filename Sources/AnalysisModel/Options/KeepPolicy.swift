/// One rule that says which of several copies is kept.
public enum KeepPolicy: Sendable, Hashable {
  /// The first in input order.
  case first
  /// The one whose text has the most characters (Unicode code points; the title does not count).
  case longest
  /// The one with the latest date of publication or dateline, by day; undated ones last.
  case newest
  /// The one with the earliest date of publication or dateline, by day; undated ones last.
  case oldest
  /// The one whose source is named earliest; sources that are not named come last.
  case sources([String])

  /// The rules that are one word.
  fileprivate static let plain: [(name: String, policy: KeepPolicy)] = [
    ("first", .first), ("longest", .longest), ("newest", .newest), ("oldest", .oldest),
  ]
}

/// Rules that say which of several copies is kept, each deciding what the ones before it leave open; input order
/// decides last.
///
/// Written as one list, `source:A,B,longest`. What follows `source:` is the name of a source, whatever it is; the
/// names go on until a rule's name or another `source:`. A comma in a name is written `\,`, a backslash `\\`.
public struct KeepPolicies: Sendable, Hashable {
  /// The rules in the order they are asked; never empty, and no two lists of sources stand side by side.
  public let policies: [KeepPolicy]

  /// Input order decides.
  public static let first = KeepPolicies([.first])

  /// Rules in the order they are asked; none at all is input order.
  public init(_ policies: [KeepPolicy]) {
    var merged: [KeepPolicy] = []
    for policy in policies {
      if case .sources(let more) = policy, case .sources(let names)? = merged.last {
        merged[merged.count - 1] = .sources(names + more)
      } else {
        merged.append(policy)
      }
    }
    self.policies = merged.isEmpty ? [.first] : merged
  }

  /// Lists one after the other, as a repeated option gives them.
  public init(joining lists: [KeepPolicies]) { self.init(lists.flatMap(\.policies)) }

  /// Whether the documents' dates are asked for.
  public var needsDates: Bool { policies.contains(.newest) || policies.contains(.oldest) }

  /// Why some of the rules could never decide anything; nil where each could.
  public var problem: String? {
    if policies.dropLast().contains(.first) { return "‘first’ leaves nothing open for what follows it" }
    if policies.contains(.newest) && policies.contains(.oldest) {
      return "of ‘newest’ and ‘oldest’ only the first would ever decide"
    }
    for (name, policy) in KeepPolicy.plain where policies.count(where: { $0 == policy }) > 1 {
      return "‘\(name)’ stands there twice"
    }
    return nil
  }
}

// MARK: The spelling

extension KeepPolicies: CustomStringConvertible, Codable {
  private static let sourceMark = "source:"

  /// Parses `longest`, `source:A,B`, `source:A,B,newest,longest` and the like; nil for anything else.
  public init?(_ text: String) {
    var policies: [KeepPolicy] = []
    for piece in Self.pieces(text) {
      if piece.hasPrefix(Self.sourceMark) {
        policies.append(.sources([String(piece.dropFirst(Self.sourceMark.count))]))
      } else if let plain = KeepPolicy.plain.first(where: { $0.name == piece }) {
        policies.append(plain.policy)
      } else if case .sources(let names)? = policies.last {
        policies[policies.count - 1] = .sources(names + [piece])
      } else {
        return nil
      }
      if case .sources(let names)? = policies.last, names.last?.isEmpty != false { return nil }
    }
    self.init(policies)
  }

  /// The list that `init(_:)` reads back to the same value.
  public var description: String {
    policies.map { policy in
      guard case .sources(let names) = policy else {
        return KeepPolicy.plain.first { $0.policy == policy }?.name ?? ""
      }
      return names.enumerated().map { position, name in
        let isMistakable = KeepPolicy.plain.contains { $0.name == name } || name.hasPrefix(Self.sourceMark)
        return (position == 0 || isMistakable ? Self.sourceMark : "") + Self.escaped(name)
      }.joined(separator: ",")
    }.joined(separator: ",")
  }

  /// Reads the spelling of `description`, or a list of such spellings.
  public init(from decoder: any Decoder) throws {
    if let lists = try? decoder.singleValueContainer().decode([String].self) {
      self.init(
        joining: try lists.map { text in
          guard let list = KeepPolicies(text) else { throw Self.error(text, decoder) }
          return list
        })
      return
    }
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let list = KeepPolicies(text) else { throw Self.error(text, decoder) }
    self = list
  }

  /// Writes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func error(_ text: String, _ decoder: any Decoder) -> DecodingError {
    DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: decoder.codingPath,
        debugDescription: "‘\(text)’ is no list of first, longest, newest, oldest and source:NAME"))
  }

  /// The text cut at commas; a backslash takes the next character as it is.
  private static func pieces(_ text: String) -> [String] {
    var pieces = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped || (scalar != "\\" && scalar != ",") {
        pieces[pieces.count - 1].append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        pieces.append(String.UnicodeScalarView())
      }
    }
    return pieces.map { String($0) }
  }

  private static func escaped(_ name: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar == "," || scalar == "\\" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}

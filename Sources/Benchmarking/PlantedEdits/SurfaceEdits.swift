import Foundation

/// Changes of what a text looks like that leave its words the same.
enum SurfaceEdits: CaseIterable {
  case upperCase
  case lowerCase
  case whiteSpace
  case punctuation
  case unicodeForm
  case fullWidth

  /// Applies one or two of them, drawn.
  static func apply(to text: String, _ random: inout RandomStream) -> String {
    let drawn = random.shuffled(allCases).prefix(random.number(in: 1...2))
    return drawn.reduce(text) { $1.applied(to: $0) }
  }

  private func applied(to text: String) -> String {
    switch self {
    case .upperCase: text.uppercased()
    case .lowerCase: text.lowercased()
    case .whiteSpace: Self.spread(text)
    case .punctuation: Self.repunctuated(text)
    case .unicodeForm: Self.otherForm(of: text)
    case .fullWidth: Self.widened(text)
    }
  }

  /// Every white space becomes another, of other width; none comes where none was, for in scripts without
  /// spaces it would part words.
  private static func spread(_ text: String) -> String {
    var result = "\n  "
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": result += "  "
      case "\n": result += " \r\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\n"
  }

  /// Marks between words become others; apostrophes, hyphens and full stops inside words stay.
  private static func repunctuated(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case ";": result += " –"
      case "\"": result += "»"
      case "“", "”": result += "\""
      case "(": result += "["
      case ")": result += "]"
      case "!": result += "!!"
      case "，": result += "、"
      case "。": result += "！"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + " ***"
  }

  private static func otherForm(of text: String) -> String {
    let decomposed = text.decomposedStringWithCanonicalMapping
    let isDecomposed = Array(decomposed.utf8) == Array(text.utf8)
    return isDecomposed ? text.precomposedStringWithCanonicalMapping : decomposed
  }

  /// ASCII letters and digits in the width of Han characters.
  private static func widened(_ text: String) -> String {
    let offset: UInt32 = 0xFEE0
    return String(
      text.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": Unicode.Scalar(scalar.value + offset) ?? scalar
        default: scalar
        }
      })
  }
}

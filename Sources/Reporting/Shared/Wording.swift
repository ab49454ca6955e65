/// Numbers and counted nouns as a person reads them.
enum Wording {
  /// `2,225`.
  static func grouped(_ number: Int) -> String {
    let digits = "\(number.magnitude)"
    var result = number < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// `1 document`, `2,225 documents`; the plural adds an s unless given.
  static func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// `4%`, `0.4%`, `less than 0.1%`: never 0% of something, never 100% of less than all.
  static func percentage(_ part: Int, of whole: Int) -> String {
    guard whole > 0, part > 0 else { return "0%" }
    if part >= whole { return "100%" }
    let permille = (part * 1000 + whole / 2) / whole
    switch permille {
    case 0: return "less than 0.1%"
    case 1..<10: return "0.\(permille)%"
    case 995...: return "\(min(permille, 999) / 10).\(min(permille, 999) % 10)%"
    default: return "\((part * 100 + whole / 2) / whole)%"
    }
  }

  /// A similarity with two decimals, for example `0.83`; 1.00 means 1 and no less.
  static func score(_ value: Double) -> String {
    var hundredths = Int((value * 100).rounded())
    if hundredths == 100 && value < 1 { hundredths = 99 }
    let digits = "\(hundredths.magnitude % 100)"
    return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100)."
      + "\(digits.count < 2 ? "0" : "")\(digits)"
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    if items.count == 1 { return last }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

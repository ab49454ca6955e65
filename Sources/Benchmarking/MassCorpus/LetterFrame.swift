/// A letter with places for names, numbers and dates, as an office sends thousands of.
enum LetterFrame {
  /// Between two places lie five words at least, so that each breaks shingles of its own.
  private static let frame = """
    Dear tenant, we are writing to you about the yearly account for heating and hot water in the building \
    where you live. The property is looked after by {name} and the staff of our regional office. According \
    to the readings of all meters your flat used {number} units of energy between the beginning and the end \
    of the period. The account was drawn up on {date} and has been checked by an independent auditor. From \
    the advance payments that you made each month we have received a total of {number} on your account with \
    us, for which we thank you. If you have questions about single items please ask for {name} at the \
    counter on the ground floor. Please keep the reference {number} at hand whenever you call or write. You \
    may look through all bills and receipts at our office after making an appointment with {name} in the \
    department for accounts. Objections must reach us in writing and with reasons not later than {date} or \
    they can no longer be taken into account. Should there be money to be paid back to you, it will be \
    transferred to the bank account ending in {number} within four weeks of this letter. The new advance \
    payment has been reckoned from what you used and will come to {number} beginning with the first month \
    of the next quarter. Tenants who receive support with their costs of living are asked to hand a copy of \
    this account to the office in charge, where {name} will see to everything else. In the coming spring \
    the old boilers in the cellar will be replaced by modern ones, and the work will be supervised by \
    {name} on behalf of the owners. With kind regards and our best wishes for the new year, your property \
    management.
    """

  private enum Part: Sendable {
    case text(Substring)
    case name
    case number
    case date

    init(_ text: Substring) {
      switch text {
      case "name": self = .name
      case "number": self = .number
      case "date": self = .date
      default: self = .text(text)
      }
    }
  }

  private static let parts = frame.split(whereSeparator: { "{}".contains($0) }).map(Part.init)
  /// A date has three tokens, each other fact one.
  private static let tokenCount =
    frame.split(separator: " ").count + 2 * parts.count { if case .date = $0 { true } else { false } }

  /// How many shingles a fact of one letter shares with none of another: five that hold it, seven for a date.
  private static let brokenShingles: [Int] = parts.compactMap { part -> Int? in
    switch part {
    case .text: nil
    case .name, .number: 5
    case .date: 7
    }
  }

  /// How many facts of its own each letter has, so that two are as similar as asked for, or as near to it as
  /// can be: with b of s shingles broken the similarity is (s − b) / (s + b).
  static func facts(for jaccard: Double) -> Int {
    let shingles = Double(tokenCount - 4)
    var broken = 0.0
    var best = (facts: 1, error: Double.infinity)
    for (index, count) in brokenShingles.enumerated() {
      broken += Double(count)
      let error = abs((shingles - broken) / (shingles + broken) - jaccard)
      if error < best.error { best = (index + 1, error) }
    }
    return best.facts
  }

  /// A letter with so many facts of its own; the others are those of all letters.
  static func text(_ index: Int, ownFacts: Int, seed: UInt64) -> String {
    var common = RandomStream(seed: seed, purpose: 30)
    var own = RandomStream(seed: seed, purpose: 31, index: index)
    var result = ""
    var facts = 0
    for part in parts {
      if case .text(let text) = part {
        result += text
        continue
      }
      // Both are drawn each time, so that the common ones do not depend on how many are own.
      let shared = fact(part, &common)
      let single = fact(part, &own)
      result += facts < ownFacts ? single : shared
      facts += 1
    }
    return result
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  /// Invented words of three syllables.
  private static let nameRanks = 5_701...427_575

  private static func fact(_ part: Part, _ random: inout RandomStream) -> String {
    switch part {
    case .text(let text): return String(text)
    case .name:
      var bytes: [UInt8] = []
      InventedWords.append(rank: random.number(in: nameRanks), to: &bytes)
      bytes[0] -= UInt8(ascii: "a") - UInt8(ascii: "A")
      return String(decoding: bytes, as: UTF8.self)
    case .number: return String(random.number(in: 100_000...999_999))
    case .date:
      let day = random.number(in: 1...28)
      let month = months[random.below(months.count)]
      return "\(day) \(month) \(random.number(in: 1950...2025))"
    }
  }
}

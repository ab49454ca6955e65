import AnalysisModel

extension DocumentWords {
  /// What a token is for the frame of a template.
  enum Mark: UInt8, Sendable {
    /// A word of the frame.
    case word
    /// A fact by the rule of `FactWords`.
    case fact
    /// Written with a capital in a headline, where that proves nothing.
    case capital
    /// Written with a capital where a sentence of the text starts.
    case sentenceStart
  }

  /// The marks of all tokens, in one pass: `fact` exactly where `isFact` holds.
  func marks(_ terms: FactTerms) -> [Mark] {
    let isHeadline = isHeadlineCased
    var marks = [Mark](repeating: .word, count: positions.count)
    var names: Set<UInt32> = []
    for position in positions {
      let offset = position - positions.lowerBound
      let id = fields.tokens.ids[position]
      guard isCapitalised(at: position) else {
        if terms.contains(id) { marks[offset] = .fact }
        continue
      }
      if isName(position, isHeadline) {
        marks[offset] = .fact
        if position >= border { names.insert(id) }
      } else if terms.contains(id) || FactWords.isNumberOrDate(word(offset)) {
        marks[offset] = .fact
      } else {
        marks[offset] = position >= border ? .sentenceStart : .capital
      }
    }
    for position in positions where !names.isEmpty {
      let offset = position - positions.lowerBound
      if marks[offset].rawValue > Mark.fact.rawValue, names.contains(fields.tokens.ids[position]) {
        marks[offset] = .fact
      }
    }
    return marks
  }

  /// Whether a token begins with a capital letter.
  func isCapitalised(at position: Int) -> Bool {
    let text = document.text(of: position < border ? .title : .text).bytes
    let first = text[text.startIndex + Int(fields.tokens.starts[position])]
    if first < 0x80 { return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") }
    return FactWords.isCapitalised(word(position - positions.lowerBound))
  }

  /// The rule of `isEvidentName` for a token that has a capital.
  private func isName(_ position: Int, _ isHeadline: Bool) -> Bool {
    if position < border && isHeadline { return false }
    if !startsSentence(position) { return true }
    let next = position + 1
    return next < positions.upperBound && next != border && isCapitalised(at: next)
  }
}

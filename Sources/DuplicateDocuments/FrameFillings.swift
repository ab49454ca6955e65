/// Contents that have the same frame when too much is left open: splits them by the facts they fill in.
struct FrameFillings {
  /// Ascending.
  let contents: [Int]
  /// For each of them, the marks of its tokens.
  let marks: [[DocumentWords.Mark]]
  let facts: ContentFacts
  /// Terms that the corpus also writes with a small letter.
  let inSmallLetters: Set<UInt32>

  /// The templates among them, in the order of their first contents.
  func groups() -> [TemplateFrames.Group] {
    let known = knownFacts()
    var order: [[UInt32]] = []
    var indices: [[UInt32]: [Int]] = [:]
    for index in contents.indices {
      let frame = frame(of: index, known)
      if indices[frame] == nil { order.append(frame) }
      indices[frame, default: []].append(index)
    }
    return order.compactMap { frame in
      let words = frame.count { $0 < FrameReader.border }
      guard let fillings = indices[frame], fillings.count >= TemplateFrames.fewestFillings,
        words >= TemplateFrames.fewestWords, sayDifferent(fillings, known)
      else { return nil }
      return group(of: fillings, known)
    }
  }

  /// The tokens that are facts in at least one content.
  private func knownFacts() -> Set<UInt32> {
    var known: Set<UInt32> = []
    for (content, marks) in zip(contents, marks) {
      let words = facts.words(of: content)
      for (offset, mark) in marks.enumerated() where mark == .fact { known.insert(words.token(offset)) }
    }
    return known
  }

  private func isFact(_ mark: DocumentWords.Mark, _ token: UInt32, _ known: Set<UInt32>) -> Bool {
    switch mark {
    case .word: false
    case .fact: true
    case .capital: known.contains(token)
    case .sentenceStart: known.contains(token) || !inSmallLetters.contains(token)
    }
  }

  /// The tokens of a content with one slot for every maximal run of facts.
  private func frame(of index: Int, _ known: Set<UInt32>) -> [UInt32] {
    let words = facts.words(of: contents[index])
    var frame: [UInt32] = []
    for (offset, mark) in marks[index].enumerated() {
      if offset == words.titleCount { frame.append(FrameReader.border) }
      let token = words.token(offset)
      if !isFact(mark, token, known) {
        frame.append(token)
      } else if frame.last != FrameReader.slot {
        frame.append(FrameReader.slot)
      }
    }
    return frame
  }

  /// Whether there are enough fillings that say other facts, not the same ones written otherwise.
  private func sayDifferent(_ fillings: [Int], _ known: Set<UInt32>) -> Bool {
    let spelling = FactSpelling(tokens: facts.fields.tokens)
    var distinct: [[ArraySlice<UInt32>]] = []
    for index in fillings {
      let words = facts.words(of: contents[index])
      let filling = slots(of: index, known).map { words.tokens($0) }
      let isKnown = distinct.contains { zip($0, filling).allSatisfy(spelling.agree) }
      if !isKnown { distinct.append(filling) }
      if distinct.count == TemplateFrames.fewestFillings { return true }
    }
    return false
  }

  /// The group of some fillings of one frame; nil where more than half of the shortest differs.
  private func group(of fillings: [Int], _ known: Set<UInt32>) -> TemplateFrames.Group? {
    let leaders = facts.contents.leaders
    let earliest =
      fillings.min { leaders[contents[$0]] < leaders[contents[$1]] } ?? fillings[0]
    let slots = slots(of: earliest, known)
    let first = facts.words(of: contents[earliest])
    var isFilledDifferently = [Bool](repeating: false, count: slots.count)
    for index in fillings where index != earliest {
      let words = facts.words(of: contents[index])
      for (place, slot) in self.slots(of: index, known).enumerated() where !isFilledDifferently[place] {
        isFilledDifferently[place] = words.tokens(slot) != first.tokens(slots[place])
      }
    }
    let open = slots.indices.filter { isFilledDifferently[$0] }.map { slots[$0] }
    let shared = marks[earliest].count - open.reduce(0) { $0 + $1.count }
    let shortest = fillings.reduce(Int.max) { min($0, marks[$1].count) }
    guard 2 * shared >= shortest else { return nil }
    return TemplateFrames.Group(
      contents: fillings.map { contents[$0] },
      frame: TemplateFrames.Frame(content: contents[earliest], slots: open))
  }

  /// The maximal runs of facts of a content.
  private func slots(of index: Int, _ known: Set<UInt32>) -> [Range<Int>] {
    let words = facts.words(of: contents[index])
    var slots: [Range<Int>] = []
    for (offset, mark) in marks[index].enumerated() where isFact(mark, words.token(offset), known) {
      if let last = slots.last, last.upperBound == offset, offset != words.titleCount {
        slots[slots.count - 1] = last.lowerBound..<offset + 1
      } else {
        slots.append(offset..<offset + 1)
      }
    }
    return slots
  }
}

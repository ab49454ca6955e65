import AnalysisModel

/// Turns the contents of template groups into groups of documents with their frames.
struct TemplateBuilder: Sendable {
  let facts: ContentFacts

  /// A frame is shown by its first and last words.
  static let mostWords = 30

  /// The groups, numbered in the order of their first documents.
  func groups(_ groups: [TemplateFrames.Group]) -> [TemplateGroup] {
    let leaders = facts.contents.leaders
    return groups.map { (group: $0, documents: $0.contents.map { leaders[$0] }.sorted()) }
      .sorted { $0.documents[0] < $1.documents[0] }
      .enumerated()
      .map { position, found in
        let frame = found.group.frame ?? self.frame(of: found.group.contents)
        return TemplateGroup(
          number: position + 1, documents: found.documents,
          frame: wording(of: frame), slotCount: frame.slots.count)
      }
  }

  /// The frame of contents that an alignment found to differ in facts only: a token of the first document is
  /// part of a slot where one of the others has something else.
  private func frame(of contents: [Int]) -> TemplateFrames.Frame {
    let leaders = facts.contents.leaders
    let first = contents.min { leaders[$0] < leaders[$1] } ?? contents[0]
    let words = facts.words(of: first)
    var isOpen = [Bool](repeating: false, count: words.ids.count)
    for content in contents where content != first {
      for gap in facts.alignment(of: content, with: first).gaps {
        for offset in gap.a { isOpen[offset] = true }
      }
    }
    var slots: [Range<Int>] = []
    for offset in isOpen.indices where isOpen[offset] {
      if let last = slots.last, last.upperBound == offset, offset != words.titleCount {
        slots[slots.count - 1] = last.lowerBound..<offset + 1
      } else {
        slots.append(offset..<offset + 1)
      }
    }
    return TemplateFrames.Frame(content: first, slots: slots)
  }

  /// The frame as its content writes it, with "…" for slots; the middle of a long one is left out.
  private func wording(of frame: TemplateFrames.Frame) -> String {
    let words = facts.words(of: frame.content)
    let count = words.ids.count
    let (head, tail) = (Self.mostWords - Self.mostWords / 3, Self.mostWords / 3)
    let omitted = count > Self.mostWords ? head..<count - tail : 0..<0
    var parts: [String] = []
    var start = 0
    func add(_ range: Range<Int>) {
      for part in [range.clamped(to: 0..<words.titleCount), range.clamped(to: words.titleCount..<count)]
      where !part.isEmpty { parts.append(words.phrase(part, limit: Self.mostWords)) }
    }
    func leaveOpen() { if parts.last != "…" { parts.append("…") } }
    for slot in frame.slots + [count..<count] {
      let run = start..<slot.lowerBound
      add(run.clamped(to: 0..<omitted.lowerBound))
      if run.overlaps(omitted) || slot.overlaps(omitted) { leaveOpen() }
      add(run.clamped(to: omitted.upperBound..<max(omitted.upperBound, count)))
      if !slot.isEmpty { leaveOpen() }
      start = slot.upperBound
    }
    return parts.joined(separator: " ")
  }
}

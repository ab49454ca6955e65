/// The definition of `PassageFinder`, by trying every substring.
struct PassageOracle {
  let fields: [[UInt8]]
  let minimum: Int

  /// The tokens that lie in a window of `minimum` tokens with a second place that does not overlap it.
  func dueTokens() -> Set<LetterPlace> {
    var due: Set<LetterPlace> = []
    var windows: [ArraySlice<UInt8>: [LetterPlace]] = [:]
    for (field, letters) in fields.enumerated() where letters.count >= minimum {
      for start in 0...letters.count - minimum {
        windows[letters[start..<start + minimum], default: []]
          .append(LetterPlace(field: field, start: start, end: start + minimum))
      }
    }
    for places in windows.values {
      for a in places
      where places.contains(where: { $0.field != a.field || abs($0.start - a.start) >= minimum }) {
        due.formUnion(Self.tokens(of: a))
      }
    }
    return due
  }

  /// The occurrences of a run that overlap none of its places and yet are not among them.
  func missingPlaces(of run: LetterRun) -> [LetterPlace] {
    guard let first = run.places.first else { return [] }
    let text = fields[first.field][first.start..<first.end]
    let placesOfField = Dictionary(grouping: run.places, by: \.field)
    var missing: [LetterPlace] = []
    for (field, letters) in fields.enumerated() where letters.count >= text.count {
      let places = placesOfField[field] ?? []
      for start in 0...letters.count - text.count where letters[start..<start + text.count] == text {
        let end = start + text.count
        if !places.contains(where: { $0.start < end && start < $0.end }) {
          missing.append(LetterPlace(field: field, start: start, end: end))
        }
      }
    }
    return missing
  }

  static func tokens(of place: LetterPlace) -> [LetterPlace] {
    (place.start..<place.end).map { LetterPlace(field: place.field, start: $0, end: $0 + 1) }
  }

  /// The maximal runs that the definition reports, without those added to complete the guarantee.
  func maximalRuns() -> [LetterRun] {
    var candidates = self.candidates()
    candidates.sort { a, b in
      a.length != b.length ? a.length > b.length : a.occurrences[0] < b.occurrences[0]
    }
    var reported: [LetterRun] = []
    var stretches: [[LetterPlace]] = []
    for candidate in candidates {
      let places = clear(candidate.occurrences, length: candidate.length)
      if places.count < 2 { continue }
      let misses = places.count > 16 ? places.count / 3 : 0
      let isHeld = stretches.contains { stretches in
        let held = places.filter { place in
          stretches.contains { $0.field == place.field && $0.start <= place.start && place.end <= $0.end }
        }
        return held.count + misses >= places.count
      }
      if isHeld { continue }
      reported.append(LetterRun(length: candidate.length, places: places))
      stretches.append(joined(places))
    }
    return reported
  }

  private struct Candidate {
    var length: Int
    var text: ArraySlice<UInt8>
    var occurrences: [(field: Int, start: Int)]
  }

  private func candidates() -> [Candidate] {
    var occurrences: [ArraySlice<UInt8>: [(field: Int, start: Int)]] = [:]
    for (field, letters) in fields.enumerated() where letters.count >= minimum {
      for start in 0...letters.count - minimum {
        for end in start + minimum...letters.count {
          occurrences[letters[start..<end], default: []].append((field, start))
        }
      }
    }
    var kept: [Candidate] = []
    for (text, places) in occurrences.sorted(by: { $0.key.count > $1.key.count }) where places.count > 1 {
      let before = places.map { $0.start > 0 ? Int(fields[$0.field][$0.start - 1]) : -1 - $0.field }
      let after = places.map { place in
        let end = place.start + text.count
        return end < fields[place.field].count ? Int(fields[place.field][end]) : -1 - place.field
      }
      if Set(before).count < 2 || Set(after).count < 2 { continue }
      let longer = kept.filter { $0.text.count > text.count && $0.text.starts(with: text) }
      let most = longer.map(\.occurrences.count).max() ?? 0
      if places.count > 16 && places.count * 2 < most * 3 { continue }
      let shorter = (minimum..<text.count).last {
        (occurrences[text.prefix($0)]?.count ?? 0) > places.count
      }
      var length = text.count
      if let first = places.first, let last = places.last, first.field == last.field {
        length = min(length, last.start - first.start)
      }
      if length <= shorter ?? (minimum - 1) { continue }
      kept.append(Candidate(length: length, text: text, occurrences: places))
    }
    return kept
  }

  private func clear(_ occurrences: [(field: Int, start: Int)], length: Int) -> [LetterPlace] {
    var places: [LetterPlace] = []
    for (field, start) in occurrences {
      if let last = places.last, last.field == field, last.end > start { continue }
      places.append(LetterPlace(field: field, start: start, end: start + length))
    }
    return places
  }

  private func joined(_ places: [LetterPlace]) -> [LetterPlace] {
    places.reduce(into: []) { joined, place in
      if let last = joined.last, last.field == place.field, last.end == place.start {
        joined[joined.count - 1].end = place.end
      } else {
        joined.append(place)
      }
    }
  }
}

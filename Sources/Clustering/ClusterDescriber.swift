import AnalysisModel

/// Turns groups of units into findings: labels, keywords, representatives, dates.
struct ClusterDescriber {
  let documents: [Document]
  let dates: [DocumentDating]
  let collapsed: CollapsedDocuments
  let vectors: ClusterVectors
  let keywords: KeywordExtractor

  /// - Parameter branches: topics with their events, in output order.
  func describe(
    _ branches: [ClusterHierarchy.Branch], topicRule: String, eventRule: String
  ) -> ClusterFindings {
    let weights = collapsed.members.map(\.count)
    var scratch = [Double](repeating: 0, count: vectors.rows.columnCount)
    let rarity = TermRarity(vectors: vectors)
    // Topics want broader words than events: the rarest term of a topic is often one event's.
    let topicKeywords = keywords.keywords(
      of: branches.map(\.units), limit: ClusterEngine.keywordLimit, nameFactor: 1,
      factor: { rarity.inverseDocumentFrequency($0).squareRoot() })
    var topics: [Topic] = []
    var events: [Event] = []
    for (index, branch) in branches.enumerated() {
      let eventKeywords = keywords.keywords(
        of: branch.events, limit: ClusterEngine.keywordLimit, nameFactor: TermWeights.nameFactor,
        factor: rarity.inverseDocumentFrequency)
      let cohesion = Cohesion(of: branch.units, rows: vectors.rows, weights: weights, total: &scratch)
      let representative = collapsed.originals[branch.units[cohesion.representative]]
      topics.append(
        Topic(
          number: index + 1, label: keywordLabel(topicKeywords[index], else: representative),
          keywords: topicKeywords[index], members: members(of: branch.units), representative: representative,
          cohesion: cohesion.mean))
      for (units, keywords) in zip(branch.events, eventKeywords) {
        let cohesion = Cohesion(of: units, rows: vectors.rows, weights: weights, total: &scratch)
        let representative = collapsed.originals[units[cohesion.representative]]
        let members = members(of: units)
        let span = EventDates(members: members, dates: dates)
        events.append(
          Event(
            number: events.count + 1, topic: index + 1, label: eventLabel(representative, keywords: keywords),
            keywords: keywords, members: members, representative: representative, earliest: span.earliest,
            firstDate: span.first, lastDate: span.last, cohesion: cohesion.mean))
      }
    }
    return ClusterFindings(topics: topics, events: events, topicRule: topicRule, eventRule: eventRule)
  }

  private func members(of units: [Int]) -> [Int] {
    units.flatMap { collapsed.members[$0] }.sorted()
  }

  private func eventLabel(_ representative: Int, keywords: [Keyword]) -> String {
    if let title = documents[representative].title?.string {
      let words = title.split(whereSeparator: \.isWhitespace)
      if !words.isEmpty { return ClusterLabel.shortened(words.joined(separator: " ")) }
    }
    return Headline.find(in: documents[representative].text).map { ClusterLabel.shortened($0) }
      ?? keywordLabel(keywords, else: representative)
  }

  private func keywordLabel(_ keywords: [Keyword], else document: Int) -> String {
    guard !keywords.isEmpty else { return documents[document].id }
    return ClusterLabel.shortened(
      keywords.prefix(ClusterEngine.labelLength).map(\.term).joined(separator: ", "))
  }
}

/// How rare words are among all originals.
private struct TermRarity {
  private let frequencies: [UInt32: Int]
  private let weights: TermWeights

  init(vectors: ClusterVectors) {
    var frequencies: [UInt32: Int] = [:]
    for (term, frequency) in zip(vectors.wordTerms, vectors.words.columnCounts()) {
      frequencies[UInt32(term)] = frequency
    }
    self.frequencies = frequencies
    weights = TermWeights(documentCount: vectors.count)
  }

  func inverseDocumentFrequency(_ term: UInt32) -> Double {
    weights.inverseDocumentFrequency(frequencies[term] ?? 1)
  }
}

import AnalysisModel

extension ClusterEvaluation {
  /// Lays clusters beside labels.
  ///
  /// - Parameters:
  ///   - gold: the label of every document that is judged.
  ///   - found: the cluster of every document.
  ///   - level: the field that names the cluster.
  ///   - missing: what to do about a document that only one file has. Where it is ignored, one without a
  ///     cluster counts as alone in its own, and one without a label is left out.
  /// - Returns: the figures, and what was left out.
  /// - Throws: `RefrainError` for an id that stands twice in a file; where the files share no id; for ids that
  ///   only one file has, unless those are ignored.
  /// - Complexity: O(n log n), and that of the measures.
  public static func judging(
    gold: JudgedFile<LabelledRecord>, found: JudgedFile<LabelledRecord>, level: String,
    missing: MissingIDPolicy
  ) throws(RefrainError) -> (evaluation: ClusterEvaluation, leftOut: [EvaluationReport.LeftOut]) {
    let ofGold = try IDIndex(gold)
    let ofFound = try IDIndex(found)
    var alone = MissingIDs(
      (
        "labelled document stands in no cluster of \(found.path)",
        "labelled documents stand in no cluster of \(found.path)"
      ),
      path: gold.path)
    var unlabelled = MissingIDs(
      (
        "document of the clusters has no label in \(gold.path)",
        "documents of the clusters have no label in \(gold.path)"
      ),
      path: found.path)
    for record in gold.records where ofFound[record.id] == nil { alone.add(record.id, line: record.line) }
    for record in found.records where ofGold[record.id] == nil {
      unlabelled.add(record.id, line: record.line)
    }
    let nothingFits = !gold.records.isEmpty && alone.count == gold.records.count
    let policy = nothingFits ? .stop : missing
    let remedy = nothingFits ? "the labels of the documents that were grouped" : "--missing ignore"
    let leftOut =
      try alone.settled(policy, remedy: remedy) + unlabelled.settled(policy, remedy: remedy)
    let clusters = gold.records.enumerated().map { index, record in
      ofFound[record.id].map { FoundCluster.named(found.records[$0].label) } ?? .alone(index)
    }
    return (ClusterEvaluation(gold.records, clusters: clusters, level: level), leftOut)
  }

  /// Where a labelled document was found.
  enum FoundCluster: Hashable {
    case named(String)
    case alone(Int)

    /// The name, where there is one.
    var name: String? {
      if case .named(let name) = self { name } else { nil }
    }
  }

  private init(_ gold: [LabelledRecord], clusters: [FoundCluster], level: String) {
    let table = ContingencyTable(gold: gold.map(\.label), found: clusters)
    var goldNames = FirstAppearances<String>()
    var foundNames = FirstAppearances<FoundCluster>()
    // The first document of every crossing, by gold number and found number.
    var examples: [Crossing: String] = [:]
    for (record, cluster) in zip(gold, clusters) {
      let crossing = Crossing(gold: goldNames.number(of: record.label), found: foundNames.number(of: cluster))
      if examples[crossing] == nil { examples[crossing] = record.id }
    }
    func part(_ cell: ContingencyTable.Cell, name: String?) -> Part {
      Part(
        name: name, documentCount: cell.count,
        example: examples[Crossing(gold: cell.gold, found: cell.found)] ?? "")
    }
    self.init(
      level: level, agreement: ClusterAgreement(table), pairs: table.pairCounts,
      mixedClusters: Self.disagreements(
        names: foundNames.values.map(\.name), sizes: table.foundSizes,
        parts: table.cells.map { ($0.found, part($0, name: goldNames.values[$0.gold])) }),
      tornLabels: Self.disagreements(
        names: goldNames.values, sizes: table.goldSizes,
        parts: table.cells.map { ($0.gold, part($0, name: foundNames.values[$0.found].name)) }))
  }

  private static func disagreements(
    names: [String?], sizes: [Int], parts: [(whole: Int, part: Part)]
  ) -> [Disagreement] {
    var partsOf = [[Part]](repeating: [], count: names.count)
    for (whole, part) in parts { partsOf[whole].append(part) }
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    return names.indices.filter { partsOf[$0].count > 1 }.map { whole in
      Disagreement(
        name: names[whole], documentCount: sizes[whole],
        partedPairs: pairs(sizes[whole]) - partsOf[whole].reduce(0) { $0 + pairs($1.documentCount) },
        parts: partsOf[whole].sortedStably(by: \.documentCount))
    }
    .sortedStably(by: \.partedPairs)
  }
}

/// A gold cluster and a found one.
private struct Crossing: Hashable {
  var gold: Int
  var found: Int
}

/// Numbers values by first appearance, as `ContingencyTable` does.
private struct FirstAppearances<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let number = numbers[value] { return number }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }
}

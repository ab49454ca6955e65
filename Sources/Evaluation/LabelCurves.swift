import AnalysisModel

/// Removals by threshold and by gold label: what resampling the labels needs to know.
///
/// A removal belongs to the label of the removed document, and so does the mistake where it is wrong. Labels
/// that have no redundant document and lose none at any threshold are only counted.
struct LabelCurves: Sendable {
  /// The sums of some labels, each as often as it was drawn.
  struct Sums: Sendable {
    /// Documents rightly removed, by threshold.
    var right: [Int]
    /// Documents wrongly removed, by threshold.
    var wrong: [Int]
    /// Redundant documents.
    var redundant = 0

    init(thresholdCount: Int) {
      right = Array(repeating: 0, count: thresholdCount)
      wrong = right
    }

    /// The counts at a threshold.
    func agreement(_ threshold: Int) -> DuplicateAgreement {
      DuplicateAgreement(
        rightlyRemoved: right[threshold], wronglyRemoved: wrong[threshold], redundant: redundant)
    }
  }

  /// How many labels there are in all.
  let labelCount: Int
  /// How many thresholds there are.
  let thresholdCount: Int
  /// The redundant documents of every label that counts.
  let redundant: [Int]
  /// Removals of every label that counts, threshold by threshold.
  private let right: [Int32]
  private let wrong: [Int32]

  /// How many labels count.
  var activeCount: Int { redundant.count }

  /// - Parameters:
  ///   - sizes: how many documents every label has.
  ///   - removals: for every threshold the labels that lose documents, each once, with right and wrong ones.
  init(sizes: [Int], removals: [[(label: Int, right: Int32, wrong: Int32)]]) {
    labelCount = sizes.count
    thresholdCount = removals.count
    var isActive = sizes.map { $0 > 1 }
    for entry in removals.joined() { isActive[entry.label] = true }
    let active = sizes.indices.filter { isActive[$0] }
    redundant = active.map { sizes[$0] - 1 }
    var position = [Int](repeating: 0, count: sizes.count)
    for (index, label) in active.enumerated() { position[label] = index }
    var right = [Int32](repeating: 0, count: active.count * removals.count)
    var wrong = right
    for (threshold, entries) in removals.enumerated() {
      for entry in entries {
        right[position[entry.label] * removals.count + threshold] = entry.right
        wrong[position[entry.label] * removals.count + threshold] = entry.wrong
      }
    }
    self.right = right
    self.wrong = wrong
  }

  /// The sums of all labels.
  var total: Sums { sums { _ in 1 } }

  /// The sums of the labels, each so many times.
  ///
  /// - Complexity: O(active labels · thresholds).
  func sums(times: (Int) -> Int) -> Sums {
    var sums = Sums(thresholdCount: thresholdCount)
    for label in redundant.indices {
      let count = times(label)
      if count == 0 { continue }
      sums.redundant += count * redundant[label]
      let start = label * thresholdCount
      for threshold in 0..<thresholdCount {
        sums.right[threshold] += count * Int(right[start + threshold])
        sums.wrong[threshold] += count * Int(wrong[start + threshold])
      }
    }
    return sums
  }
}

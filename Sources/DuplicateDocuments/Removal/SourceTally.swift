import AnalysisModel
import Foundation

/// Counts what each source loses, and notices the one that loses an unusual share.
///
/// A source's share is unusual when all of this holds:
/// - the source has at least `fewestDocuments` documents, and there is another source;
/// - it loses more than `factor` times the share that all other sources lose together, or keeps less than one
///   part in `factor` of the share that they keep. So few as none at all are estimated as (removed + 1) / (read + 2);
/// - chance alone, were its documents removed as often as the others', would reach its count in less than one run
///   in `runsPerFalseAlarm`, over all sources together. The chance is bounded by exp(−n · KL(share ‖ others' share))
///   for n documents (W. Hoeffding, Probability Inequalities for Sums of Bounded Random Variables, 1963,
///   theorem 1).
///
/// Copies come in families and not one by one, so an alarm is a reason to look and no proof.
public enum SourceTally {
  /// Of fewer documents any share is soon reached.
  public static let fewestDocuments = 20
  /// Sources differ; three times as much is more than that.
  public static let factor = 3.0
  /// Rare enough that an alarm is looked at.
  public static let runsPerFalseAlarm = 1000.0

  /// All sources in the order of their first documents.
  ///
  /// - Parameter removals: what goes, by document index.
  /// - Complexity: O(documents + removals).
  public static func sources(of documents: [Document], removals: [Removal]) -> [SourceRemovals] {
    var numbers: [String: Int] = [:]
    var sources: [SourceRemovals] = []
    let sourceOf = documents.map { document -> Int in
      let name = document.provenance
      let number = numbers[name] ?? sources.count
      if number == sources.count {
        numbers[name] = number
        sources.append(SourceRemovals(source: name, read: 0, removed: 0, isUnusual: false))
      }
      sources[number].read += 1
      return number
    }
    for removal in removals { sources[sourceOf[removal.document]].removed += 1 }
    for number in sources.indices {
      sources[number].isUnusual = isUnusual(
        removed: sources[number].removed, of: sources[number].read,
        others: (documents.count - sources[number].read, removals.count - sources[number].removed),
        sourceCount: sources.count)
    }
    return sources
  }

  /// Whether a source of `read` documents that loses `removed` of them stands out from all others together.
  static func isUnusual(
    removed: Int, of read: Int, others: (read: Int, removed: Int), sourceCount: Int
  ) -> Bool {
    guard read >= fewestDocuments, others.read > 0, removed > 0 else { return false }
    let usual = Double(others.removed + 1) / Double(others.read + 2)
    let share = Double(removed) / Double(read)
    guard share > factor * usual || 1 - share < (1 - usual) / factor else { return false }
    // n · KL(share ‖ usual); the second term is 0 where nothing is kept.
    var divergence = Double(removed) * log(share / usual)
    if removed < read { divergence += Double(read - removed) * log((1 - share) / (1 - usual)) }
    return divergence > log(Double(sourceCount) * runsPerFalseAlarm)
  }
}

import AnalysisModel

/// Links in ascending order of their share.
struct RankedLinks: Sendable {
  private let links: [ContentLink]
  private let shares: [(part: Int, whole: Int)]

  /// - Complexity: O(n log n) for n links.
  init(_ links: Set<ContentLink>, by measure: TriedMeasure, _ base: ContentSets) {
    let leaders = base.contents.leaders
    let ranked = links.map { link in (link: link, share: measure.share(of: link, base)) }.sorted {
      // Sizes are below 2³¹, so the products are exact.
      let left = $0.share.part * $1.share.whole
      let right = $1.share.part * $0.share.whole
      if left != right { return left < right }
      return (leaders[$0.link.centre], leaders[$0.link.member])
        < (leaders[$1.link.centre], leaders[$1.link.member])
    }
    self.links = ranked.map(\.link)
    shares = ranked.map(\.share)
  }

  /// The links that just meet a threshold but not the next higher one, and those that just miss it but meet
  /// the next lower one; nearest first, at most so many of each; of links with the same share the first in
  /// document order.
  func nearest(
    to threshold: DecimalFraction, lower: DecimalFraction?, higher: DecimalFraction?, limit: Int
  ) -> (above: [ContentLink], below: [ContentLink]) {
    let border = border(threshold)
    let highest = higher.map { self.border($0) } ?? links.count
    let lowest = lower.map { self.border($0) } ?? border
    var below: [ContentLink] = []
    var end = border
    while end > lowest && below.count < limit {
      // A run of equal shares, taken from its first.
      var start = end - 1
      while start > lowest && isSame(start - 1, end - 1) { start -= 1 }
      below += links[start..<min(end, start + limit - below.count)]
      end = start
    }
    return (Array(links[border..<highest].prefix(limit)), below)
  }

  /// The first link that meets a threshold.
  private func border(_ threshold: DecimalFraction) -> Int {
    shares.partitioningIndex { threshold.isMet(by: $0.part, of: $0.whole) }
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    shares[a].part * shares[b].whole == shares[b].part * shares[a].whole
  }
}

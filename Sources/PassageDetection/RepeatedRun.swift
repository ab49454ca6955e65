/// A run and the places chosen for it in the region text.
struct RepeatedRun {
  /// Its length in tokens.
  var length: Int
  /// Where its places start in the region text, ascending, never overlapping; at least two, or one that
  /// stands for several copies.
  var starts: [Int]

  /// The weight of those stretches of another run that lie inside places of this one, touching places
  /// counting as one. O(places of both) time.
  ///
  /// - Parameter others: where the stretches start, ascending.
  func weightHeld(of others: [Int], length otherLength: Int, weight: (Int) -> Int) -> Int {
    var held = 0
    var next = 0
    var stretch = 0..<0
    for other in others {
      while other + otherLength > stretch.upperBound && next < starts.count {
        let joins = next > 0 && starts[next] == stretch.upperBound
        stretch = (joins ? stretch.lowerBound : starts[next])..<starts[next] + length
        next += 1
      }
      if stretch.lowerBound <= other && other + otherLength <= stretch.upperBound { held += weight(other) }
    }
    return held
  }
}

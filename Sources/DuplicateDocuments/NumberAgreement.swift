import TextFeatures

/// How far two texts give the same numbers and dates, which tells copies from siblings.
///
/// A copy, however badly read, keeps most numbers; another invoice, another match or another edition of one
/// work has its own. Fewer than `fewest` numbers in a text say nothing.
struct NumberAgreement: Sendable, Hashable {
  /// How many numbers stand in both texts, repeated ones as often as in both.
  var shared: Int
  /// The numbers of the text with fewer.
  var fewer: Int

  /// Below three, a single misread digit would decide.
  static let fewest = 3

  /// Whether the numbers say that the texts are not copies of each other: less than a quarter is shared. Where
  /// one character in ten is wrong, two thirds of four-digit numbers are still right.
  var denies: Bool { fewer >= Self.fewest && 4 * shared < fewer }

  /// Whether the numbers say that the texts are copies of each other: four fifths are shared.
  var confirms: Bool { fewer >= Self.fewest && 5 * shared >= 4 * fewer }

  /// - Parameters: the numbers of two texts, ascending.
  init(_ a: [UInt32], _ b: [UInt32]) {
    var shared = 0
    var i = 0
    var j = 0
    while i < a.count && j < b.count {
      let (left, right) = (a[i], b[j])
      shared += left == right ? 1 : 0
      i += left <= right ? 1 : 0
      j += right <= left ? 1 : 0
    }
    self.shared = shared
    fewer = min(a.count, b.count)
  }
}

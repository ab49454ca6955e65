/// A partition of rows into groups, in order of their first rows; nothing is stored where every group is one row.
struct RowGroups: RandomAccessCollection, Sendable {
  private let rowCount: Int
  /// `count + 1` positions in `members`; empty where every group is one row.
  private let starts: [Int]
  /// Rows, group after group; ascending within a group.
  private let members: [UInt32]
  /// For every row its group; empty where every group is one row.
  private let groupOf: [UInt32]

  /// Groups rows by their group's number; groups are numbered in order of their first rows.
  init(distinctOf groupOf: [UInt32], groupCount: Int) {
    rowCount = groupOf.count
    guard groupCount < groupOf.count else {
      starts = []
      members = []
      self.groupOf = []
      return
    }
    var starts = Array(repeating: 0, count: groupCount + 1)
    for group in groupOf { starts[Int(group) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var members = Array(repeating: UInt32(0), count: rowCount)
    for (row, group) in groupOf.enumerated() {
      members[next[Int(group)]] = UInt32(row)
      next[Int(group)] += 1
    }
    self.starts = starts
    self.members = members
    self.groupOf = groupOf
  }

  /// Whether every group is one row.
  var areAllSingle: Bool { starts.isEmpty }

  var startIndex: Int { 0 }
  var endIndex: Int { areAllSingle ? rowCount : starts.count - 1 }

  /// The group of a row.
  func group(of row: Int) -> Int { areAllSingle ? row : Int(groupOf[row]) }

  subscript(group: Int) -> Group {
    areAllSingle
      ? Group(members: [], start: group, count: 1)
      : Group(members: members, start: starts[group], count: starts[group + 1] - starts[group])
  }

  /// The rows of one group, ascending.
  struct Group: RandomAccessCollection, Sendable {
    /// All groups' members; empty where `start` is the only row itself.
    fileprivate let members: [UInt32]
    fileprivate let start: Int
    let count: Int

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Int { members.isEmpty ? start : Int(members[start + index]) }

    /// The rows after a given one.
    ///
    /// - Complexity: O(log count).
    func after(_ row: Int) -> Slice<Group> {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if self[middle] <= row { low = middle + 1 } else { high = middle }
      }
      return self[low...]
    }
  }
}

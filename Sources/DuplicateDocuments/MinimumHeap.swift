/// A binary heap of numbers that gives back the smallest first.
struct MinimumHeap {
  private var items: [Int] = []

  mutating func insert(_ item: Int) {
    items.append(item)
    var child = items.count - 1
    while child > 0, items[(child - 1) / 2] > items[child] {
      items.swapAt((child - 1) / 2, child)
      child = (child - 1) / 2
    }
  }

  mutating func popMinimum() -> Int? {
    guard let last = items.popLast() else { return nil }
    guard let minimum = items.first else { return last }
    items[0] = last
    var parent = 0
    while 2 * parent + 1 < items.count {
      var child = 2 * parent + 1
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      if items[parent] <= items[child] { break }
      items.swapAt(parent, child)
      parent = child
    }
    return minimum
  }
}

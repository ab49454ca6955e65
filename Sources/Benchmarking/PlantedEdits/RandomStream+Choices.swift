extension RandomStream {
  /// A number of a range, its ends included.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A number of a range, which is not empty.
  mutating func fraction(in range: Range<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// An element; nil of nothing.
  mutating func element<Elements: RandomAccessCollection>(of elements: Elements) -> Elements.Element? {
    if elements.isEmpty { return nil }
    return elements[elements.index(elements.startIndex, offsetBy: below(elements.count))]
  }

  /// The elements in an order of chance.
  ///
  /// Source: Fisher and Yates in R. Durstenfeld's form, "Algorithm 235: Random permutation" (1964).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for index in elements.indices.dropFirst().reversed() {
      elements.swapAt(index, below(index + 1))
    }
    return elements
  }
}

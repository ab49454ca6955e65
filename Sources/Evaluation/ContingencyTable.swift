/// How often each gold label meets each found label: all that the agreement measures need to know.
///
/// Labels are only compared for equality, and the order of the documents does not matter.
public struct ContingencyTable: Sendable, Hashable {
  /// One gold cluster crossed with one found cluster that shares documents with it.
  public struct Cell: Sendable, Hashable {
    /// The gold cluster's number.
    public let gold: Int
    /// The found cluster's number.
    public let found: Int
    /// How many documents they share, at least 1.
    public let count: Int
  }

  /// The crossings that are not empty, by gold number, then found number.
  public let cells: [Cell]
  /// The size of each gold cluster, numbered by first appearance.
  public let goldSizes: [Int]
  /// The size of each found cluster, numbered by first appearance.
  public let foundSizes: [Int]
  /// How many documents there are.
  public let documentCount: Int

  /// Counts two labellings of the same documents.
  ///
  /// - Parameters:
  ///   - gold: the true label of every document.
  ///   - found: the label found for every document, in the same order.
  /// - Precondition: both have the same length.
  /// - Complexity: O(n log n) for n documents.
  public init<Gold: Hashable, Found: Hashable>(gold: [Gold], found: [Found]) {
    precondition(gold.count == found.count, "\(gold.count) gold labels, but \(found.count) found ones")
    let goldNumbers = Self.numbers(of: gold)
    let foundNumbers = Self.numbers(of: found)
    documentCount = gold.count
    goldSizes = Self.sizes(of: goldNumbers)
    foundSizes = Self.sizes(of: foundNumbers)

    let columns = foundSizes.count
    var cells: [Cell] = []
    var start = 0
    let crossings = zip(goldNumbers, foundNumbers).map { $0 * columns + $1 }.sorted()
    for end in crossings.indices where end + 1 == crossings.count || crossings[end + 1] != crossings[end] {
      let (row, column) = crossings[end].quotientAndRemainder(dividingBy: columns)
      cells.append(Cell(gold: row, found: column, count: end + 1 - start))
      start = end + 1
    }
    self.cells = cells
  }

  /// Counts the documents that have a gold label; one without a found label is alone in a cluster of its own.
  ///
  /// - Parameters:
  ///   - gold: ids with their true labels; an id stands at most once.
  ///   - found: found labels by id; ids unknown to the gold are left out of account.
  public init(gold: [(id: String, label: String)], found: [String: String]) {
    self.init(
      gold: gold.map(\.label),
      found: gold.enumerated().map { index, entry in
        found[entry.id].map(FoundLabel.cluster) ?? .alone(index)
      })
  }

  private enum FoundLabel: Hashable {
    case cluster(String)
    case alone(Int)
  }

  /// Whether both labellings divide the documents in the same way, whatever the labels are called.
  public var isExactMatch: Bool {
    cells.count == goldSizes.count && cells.count == foundSizes.count
  }

  private static func numbers<Label: Hashable>(of labels: [Label]) -> [Int] {
    var numbers: [Label: Int] = [:]
    return labels.map { label in
      if let number = numbers[label] { return number }
      numbers[label] = numbers.count
      return numbers.count - 1
    }
  }

  private static func sizes(of numbers: [Int]) -> [Int] {
    var sizes = Array(repeating: 0, count: (numbers.max() ?? -1) + 1)
    for number in numbers { sizes[number] += 1 }
    return sizes
  }
}

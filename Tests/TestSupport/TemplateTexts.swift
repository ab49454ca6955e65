/// One text filled in many times: made-up words with places for facts or other words, the same for the same seed.
///
/// The places stand at even distances, at least five words apart where there is room, so that each filling of
/// a place changes five shingles of five words.
public struct TemplateTexts: Sendable {
  /// What the places are filled with.
  public enum Filling: Sendable {
    /// Names and numbers in turn, as facts are written.
    case facts
    /// Words in small letters.
    case words
  }

  private let frame: [String]
  private let places: [Int]
  private let filling: Filling

  /// A template of `words` words and `places` places to fill.
  public init(seed: some BinaryInteger, words: Int, places: Int, filling: Filling = .facts) {
    var random = SeededGenerator(seed: seed)
    frame = (0..<words).map { _ in Self.word(using: &random) }
    self.places = (0..<places).map { ($0 + 1) * words / (places + 1) }
    self.filling = filling
  }

  /// The text with the places filled in a way of its own for every number.
  public func text(_ number: Int) -> String {
    var words = frame
    for (index, place) in places.enumerated().reversed() {
      let isNumber = filling == .facts && index % 2 == 1
      let name = Self.name(number * places.count + index)
      words.insert(
        isNumber ? "\(number)" : filling == .facts ? name.prefix(1).uppercased() + name.dropFirst() : name,
        at: place)
    }
    return words.joined(separator: " ") + "."
  }

  private static func word(using random: inout SeededGenerator) -> String {
    String((0..<7).map { _ in Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &random))) })
  }

  /// A name of its own for every number; no word of a frame is so long.
  private static func name(_ number: Int) -> String {
    var rest = number
    var letters: [Character] = []
    for _ in 0..<9 {
      letters.append(Character(Unicode.Scalar(UInt8(97 + rest % 26))))
      rest /= 26
    }
    return String(letters)
  }
}

import AnalysisModel
import CStemmer

/// A Snowball stemmer of one language. It keeps state between calls, so each task makes its own.
final class SnowballStemmer {
  private let stemmer: OpaquePointer

  /// The languages there are stemmers for, as Snowball names them.
  static var languages: [String] {
    var names: [String] = []
    guard var next = sb_stemmer_list() else { return [] }
    while let name = next.pointee {
      names.append(String(cString: name))
      next += 1
    }
    return names
  }

  /// - Parameter language: a Snowball name or an ISO 639 code, in lower case.
  /// - Throws: `RefrainError` that lists the languages.
  init(language: String) throws {
    guard let stemmer = sb_stemmer_new(language, nil) else {
      throw RefrainError(
        "there is no stemmer for ‘\(language)’",
        remedy: "one of " + Self.languages.joined(separator: ", "))
    }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// Replaces a lower-case word by its stem; leaves it where there is none.
  func stem(_ word: inout [UInt8]) {
    // Snowball's lengths are 32-bit; no word of a language comes near.
    guard word.count < 1 << 20, let stem = sb_stemmer_stem(stemmer, word, CInt(word.count)) else { return }
    let length = Int(sb_stemmer_length(stemmer))
    guard length > 0 else { return }
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: UnsafeBufferPointer(start: stem, count: length))
  }
}

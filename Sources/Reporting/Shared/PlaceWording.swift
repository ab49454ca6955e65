import AnalysisModel

/// Where a passage stands, in words.
enum PlaceWording {
  /// `id:12:1`, as editors and terminals know it; the title has no lines and says so.
  static func address(_ place: Place, in corpus: Corpus) -> String {
    let id = Label.ofID(corpus.documents[place.document].id)
    return place.field == .title ? "\(id) (title)" : "\(id):\(place.line):\(place.column)"
  }

  /// `line 12` or `lines 12–14`.
  static func lines(_ place: Place, in corpus: Corpus) -> String {
    let last = lastLine(of: place, in: corpus)
    return last == place.line ? "line \(place.line)" : "lines \(place.line)–\(last)"
  }

  /// The line on which a place ends; lines end with LF, CR or CRLF.
  static func lastLine(of place: Place, in corpus: Corpus) -> Int {
    let text = corpus.documents[place.document].text(of: place.field)[place.bytes]
    var line = place.line
    var previous: UInt8 = 0
    for byte in text.bytes {
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && previous != UInt8(ascii: "\r")) {
        line += 1
      }
      previous = byte
    }
    return line
  }
}

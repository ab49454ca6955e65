import AnalysisModel
import TextFeatures

/// Widens the places of a passage by the punctuation and markup that surrounds all of them alike.
///
/// An edge moves outward one character at a time while that character is the same at all places and is not
/// white space. It stops at the next token, at the end of the field and at the neighbouring place of the same
/// passage.
struct PassageEdges {
  let documents: [Document]
  let tokens: TokenizedCorpus

  /// A place as bytes, with the room it may grow into.
  private struct Stretch {
    var bytes: ArraySlice<UInt8>
    var range: Range<Int>
    var room: Range<Int>
    var follows: Bool

    /// The encoded character that ends where the stretch starts, if there is room for it.
    var characterBefore: ArraySlice<UInt8>? {
      var start = range.lowerBound
      repeat {
        start -= 1
        if start < room.lowerBound { return nil }
      } while byte(start) & 0xC0 == 0x80
      return slice(start..<range.lowerBound)
    }

    /// The encoded character that starts where the stretch ends, if there is room for it.
    var characterAfter: ArraySlice<UInt8>? {
      var end = range.upperBound
      repeat {
        end += 1
        if end > room.upperBound { return nil }
      } while end < bytes.count && byte(end) & 0xC0 == 0x80
      return slice(range.upperBound..<end)
    }

    private func byte(_ offset: Int) -> UInt8 { bytes[bytes.startIndex + offset] }
    private func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
      bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]
    }
  }

  /// The byte ranges of the places, each in its own field, in the order of the positions.
  func ranges(of passage: TokenPassage, locations: [FieldLocation]) -> [Range<Int>] {
    var stretches: [Stretch] = []
    stretches.reserveCapacity(locations.count)
    for (index, location) in locations.enumerated() {
      let follows = index > 0 && locations[index - 1].isSameField(as: location)
      stretches.append(
        stretch(at: passage.positions[index], length: passage.length, location, follows: follows))
    }
    while let character = stretches[0].characterAfter, !isWhiteSpace(character),
      stretches.dropFirst().allSatisfy({ $0.characterAfter == character })
    {
      for index in stretches.indices {
        let range = stretches[index].range
        stretches[index].range = range.lowerBound..<range.upperBound + character.count
      }
    }
    for index in stretches.indices where stretches[index].follows {
      let room = stretches[index].room
      let taken = stretches[index - 1].range.upperBound
      stretches[index].room = max(room.lowerBound, taken)..<room.upperBound
    }
    while let character = stretches[0].characterBefore, !isWhiteSpace(character),
      stretches.dropFirst().allSatisfy({ $0.characterBefore == character })
    {
      for index in stretches.indices {
        let range = stretches[index].range
        stretches[index].range = range.lowerBound - character.count..<range.upperBound
      }
    }
    return stretches.map(\.range)
  }

  private func stretch(at position: Int, length: Int, _ location: FieldLocation, follows: Bool) -> Stretch {
    let bytes = documents[location.document].text(of: location.field).bytes
    let first = tokens.bytes(at: position)
    let last = tokens.bytes(at: position + length - 1)
    let field = tokens.positions(of: location.document, location.field)
    // Character bigrams overlap: the token before may end inside this one and leave no room.
    let before = position > field.lowerBound ? tokens.bytes(at: position - 1).upperBound : 0
    let after = position + length < field.upperBound ? Int(tokens.starts[position + length]) : bytes.count
    return Stretch(
      bytes: bytes, range: first.lowerBound..<last.upperBound,
      room: min(before, first.lowerBound)..<max(after, last.upperBound), follows: follows)
  }

  private func isWhiteSpace(_ character: ArraySlice<UInt8>) -> Bool {
    String(decoding: character, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}

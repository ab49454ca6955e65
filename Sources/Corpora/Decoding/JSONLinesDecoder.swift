import AnalysisModel

/// Decodes blocks of JSON lines. Blocks may be decoded in any order and at the same time.
struct JSONLinesDecoder: Sendable {
  private let options: InputOptions

  init(options: InputOptions) { self.options = options }

  /// Decodes the records of one block.
  ///
  /// The texts of a block share one array, into which they are unescaped straight from the block.
  func decode(_ block: LineBlock, of file: Int, path: String) -> DecodedPart {
    var part = DecodedPart(file: file)
    part.bytes = block.bytes.count
    let reader = JSONRecordReader(options: options)
    var drafts: [JSONRecordDraft] = []
    let arena = [UInt8](unsafeUninitializedCapacity: block.bytes.count) { output, used in
      block.bytes.withUnsafeBufferPointer { input in
        guard let room = output.baseAddress else { return }
        var lines = LineCursor(input, from: block.offset == 0 ? FirstBytes.markLength(input) : 0)
        while part.failure == nil, let line = lines.next() {
          part.recordsRead += 1
          let place = RecordPlace(
            path: path, record: part.recordsRead, line: line.number,
            bytes: block.offset + line.range.lowerBound..<block.offset + line.range.upperBound)
          do throws(RefrainError) {
            drafts.append(
              try reader.read(
                UnsafeBufferPointer(rebasing: input[line.range]), at: place, into: room, used: &used))
          } catch {
            part.reject(error, bytes: place.bytes, policy: options.onError)
          }
        }
        part.lines = lines.lineEnds
      }
    }
    // Where records are mostly other fields, the room left over is given back.
    let texts = arena.count < block.bytes.count / 2 ? arena.withUnsafeBufferPointer(Array.init) : arena
    for draft in drafts {
      part.fieldsSeen.formUnion(draft.fieldsSeen)
      part.notes += draft.notes
      part.records.append(draft.record(texts: texts))
    }
    part.notes.sort { ($0.record ?? 0) < ($1.record ?? 0) }
    return part
  }
}

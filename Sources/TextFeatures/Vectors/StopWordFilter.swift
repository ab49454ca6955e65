import AnalysisModel

/// The stop words of a vocabulary, by id.
struct StopWordFilter: Sendable {
  private let isStopWord: [Bool]

  /// Folds the stop words as tokens are and looks them up.
  ///
  /// - Throws: `RefrainError` for a language without a stemmer.
  init(options: FeatureOptions, vocabulary: Vocabulary) throws {
    guard !options.stopWords.isEmpty else {
      isStopWord = []
      return
    }
    var folder = try TokenFolder(options: options)
    var table = ByteStringTable()
    var folded: [UInt8] = []
    let kind: TokenKind =
      options.tokenizer == .sklearn ? .lowered(casedBefore: false, casedAfter: false) : .word
    for word in options.stopWords where !word.isEmpty {
      Array(word.utf8).withUnsafeBufferPointer { folder.fold($0, kind, into: &folded) }
      folded.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        let key = ByteKey(base, bytes.count)
        if table.value(key, at: base) == nil { table.insert(key, at: base, value: 0) }
      }
    }
    isStopWord = (0..<UInt32(vocabulary.count)).map { id in
      vocabulary.bytes(of: id).withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return false }
        return table.value(ByteKey(base, bytes.count), at: base) != nil
      }
    }
  }

  func contains(_ id: UInt32) -> Bool { !isStopWord.isEmpty && isStopWord[Int(id)] }

  /// A sequence of tokens without its stop words.
  func kept(_ ids: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    isStopWord.isEmpty ? ids : ArraySlice(ids.filter { !isStopWord[Int($0)] })
  }
}

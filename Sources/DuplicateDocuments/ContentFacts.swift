import AnalysisModel

/// Tells how the facts of two contents compare, by their first documents.
struct ContentFacts: Sendable {
  let documents: [Document]
  let contents: DistinctContents
  let fields: ComparedFields

  /// The tokens of a content.
  func words(of content: Int) -> DocumentWords {
    let leader = contents.leaders[content]
    return DocumentWords(documents[leader], index: leader, fields: fields)
  }

  /// A content side by side with the one that may represent it.
  func alignment(of content: Int, with representative: Int) -> DocumentAlignment {
    DocumentAlignment(representative: words(of: representative), other: words(of: content))
  }

  /// Whether a content has enough words besides facts to be the frame of a template for its near copies.
  func hasFrame(_ content: Int) -> Bool {
    let words = words(of: content)
    return (0..<words.ids.count).count { !words.isFact($0) } >= TemplateFrames.fewestWords
  }

  /// Whether two contents differ in facts only, as in `DocumentAlignment.factsDiffer`, and not just in how they
  /// write them (`FactSpelling`).
  ///
  /// Most pairs are turned down without an alignment: whatever it matches, a token that one side has more
  /// often stays in a gap.
  func differ(_ representative: Int, _ content: Int) -> Bool {
    let a = words(of: representative)
    let b = words(of: content)
    guard Self.surplusIsFacts(of: a, over: b), Self.surplusIsFacts(of: b, over: a) else { return false }
    let alignment = DocumentAlignment(representative: a, other: b)
    let spelling = FactSpelling(tokens: fields.tokens)
    return alignment.factsDiffer
      && !alignment.gaps.allSatisfy { spelling.agree(a.tokens($0.a), b.tokens($0.b)) }
  }

  /// Whether each token that stands more often in one text than in the other is a fact somewhere in it.
  private static func surplusIsFacts(of a: DocumentWords, over b: DocumentWords) -> Bool {
    let left = a.ids.sorted()
    let right = b.ids.sorted()
    var j = 0
    var i = 0
    while i < left.count {
      if j < right.count, right[j] < left[i] {
        j += 1
      } else if j < right.count, right[j] == left[i] {
        i += 1
        j += 1
      } else {
        let token = left[i]
        if !a.ids.indices.contains(where: { a.ids[$0] == token && a.isFact($0 - a.ids.startIndex) }) {
          return false
        }
        while i < left.count, left[i] == token { i += 1 }
      }
    }
    return true
  }
}

import AnalysisModel
import Testing

/// All places of a text in one field of a document, without overlap.
func places(
  of needle: String, in corpus: Corpus, document: Int, field: DocumentField = .text
) throws -> [Place] {
  let text = corpus.documents[document].text(of: field)
  let haystack = Array(text.bytes)
  let wanted = Array(needle.utf8)
  var resolver = PlaceResolver(document: document, field: field, text: text)
  var found: [Place] = []
  var start = 0
  while start + wanted.count <= haystack.count {
    if haystack[start..<start + wanted.count].elementsEqual(wanted) {
      found.append(resolver.place(of: start..<start + wanted.count))
      start += wanted.count
    } else {
      start += 1
    }
  }
  try #require(!found.isEmpty, "‘\(needle)’ does not stand in document \(document)")
  return found
}

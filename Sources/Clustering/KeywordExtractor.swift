import AnalysisModel
import Foundation
import TextFeatures

/// Finds the terms that set clusters apart from each other, by class-based TF-IDF.
///
/// A class is a cluster. A term t weighs tf(t, c) / |c| · ln(1 + A / f(t)): tf is its damped count Σ (1 + ln
/// count) over the documents of class c, |c| the sum over all terms, f(t) the sum over all classes, A the
/// mean |c|. A factor of the caller's brings in how rare a term is among documents: with few classes, ln(1 +
/// A / f) alone lets "year" and "people" name them. Source: M. Grootendorst, "BERTopic" (2022); the damping
/// keeps one talkative document from naming its cluster.
struct KeywordExtractor {
  let terms: DocumentTerms
  let tokens: TokenizedCorpus
  let speller: TermSpeller
  /// How many documents each unit stands for.
  let weights: [Int]

  /// Keywords of every class, heaviest first, at most `limit` each.
  ///
  /// Terms of one document name a cluster of several only where nothing else does.
  ///
  /// - Parameters:
  ///   - classes: units of every class.
  ///   - nameFactor: what an occurrence as a name or number counts compared with others.
  ///   - factor: multiplies a term's weight, by its token id.
  func keywords(
    of classes: [[Int]], limit: Int, nameFactor: Double, factor: (UInt32) -> Double
  ) -> [[Keyword]] {
    var overall: [UInt32: Double] = [:]
    let counted = classes.map { units in count(units, nameFactor: nameFactor) }
    for terms in counted { for term in terms { overall[term.id, default: 0] += term.frequency } }
    let sizes = counted.map { $0.reduce(0) { $0 + $1.frequency } }
    let meanSize = sizes.reduce(0, +) / Double(max(1, classes.count))
    return classes.indices.map { index in
      let documents = classes[index].reduce(0) { $0 + weights[$1] }
      let shared = documents > 1 ? counted[index].filter { $0.documents > 1 } : counted[index]
      let candidates = (shared.isEmpty ? counted[index] : shared).filter {
        KeywordRules.mayName(tokens.vocabulary.token($0.id))
      }
      let weighed = candidates.map { term in
        let rarity = log(1 + meanSize / (overall[term.id] ?? 1))
        return (term: term, weight: term.frequency / sizes[index] * rarity * factor(term.id))
      }
      let best = Array(
        weighed.sorted { ($1.weight, $0.term.id) < ($0.weight, $1.term.id) }.prefix(4 * limit))
      let spellings = speller.spellings(of: best.map(\.term.id), in: classes[index])
      let keywords = spellings.map { spelling in
        let parts = spelling.terms.map { best[$0] }
        return Keyword(
          term: spelling.text, weight: parts.map(\.weight).max() ?? 0,
          documents: parts.map(\.term.documents).min() ?? 0)
      }
      return KeywordRules.withoutFragments(keywords, limit: limit)
    }
  }

  private struct ClassTerm {
    var id: UInt32
    var frequency: Double
    var documents: Int
  }

  private func count(_ units: [Int], nameFactor: Double) -> [ClassTerm] {
    var occurrences: [ClassTerm] = []
    for unit in units {
      for term in terms.words[unit] {
        let frequency = (1 + log(Double(term.count))) * (term.isName ? nameFactor : 1)
        occurrences.append(
          ClassTerm(id: UInt32(term.term), frequency: frequency, documents: weights[unit]))
      }
    }
    // Within a term, sums run in document order whatever the sort does with equals.
    let order = occurrences.indices.sorted { (occurrences[$0].id, $0) < (occurrences[$1].id, $1) }
    var merged: [ClassTerm] = []
    for index in order {
      let next = occurrences[index]
      if let last = merged.indices.last, merged[last].id == next.id {
        merged[last].frequency += next.frequency
        merged[last].documents += next.documents
      } else {
        merged.append(next)
      }
    }
    return merged
  }
}

/// Which terms a person accepts as the name of a cluster.
enum KeywordRules {
  /// Words that news and mark-up are full of: they count as content, but name nothing.
  private static let namesNothing: Set<String> = [
    "new", "year", "years", "reuters", "ap", "afp", "said", "says", "say", "saying", "told", "added",
    "according", "reported", "monday", "tuesday",
    "wednesday",
    "thursday", "friday", "saturday", "sunday", "amp", "nbsp", "quot", "http", "https", "href", "html", "img",
    "src", "span", "div",
  ]

  /// What makes a number an amount, a time of day or a rank.
  private static let numberEndings: Set<Substring> = [
    "k", "m", "mn", "bn", "tn", "am", "pm", "st", "nd", "rd", "th", "s", "p", "km", "kg", "cm", "mm", "ft",
  ]

  static func mayName(_ token: String) -> Bool {
    let ending = token.drop { $0.isNumber || $0 == "." || $0 == "," }
    if ending.count < token.count && numberEndings.contains(ending) { return false }
    guard !namesNothing.contains(token), !FunctionWords.contains(token) else { return false }
    guard token.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
      return token.unicodeScalars.contains { $0.properties.isEmojiPresentation }
    }
    // Two-letter Latin terms wait for their spelling: "EU" names, "al" does not.
    return token.utf8.count > 1
  }

  /// The first keywords that are neither fragments of each other nor two lower-case letters.
  static func withoutFragments(_ keywords: [Keyword], limit: Int) -> [Keyword] {
    var kept: [Keyword] = []
    for keyword in keywords where kept.count < limit {
      let spelling = keyword.term
      if spelling.utf8.count == 2 && spelling != spelling.uppercased() { continue }
      let folded = spelling.lowercased()
      let isVariant = kept.contains { other in
        let other = other.term.lowercased()
        let (short, long) = folded.count < other.count ? (folded, other) : (other, folded)
        return short == long || (short.count >= 4 && long.hasPrefix(short))
      }
      if !isVariant { kept.append(keyword) }
    }
    return kept
  }
}

import ArgumentParser
import Refrain
import TextFeatures

/// Sets of options for kinds of text. The configuration file and options typed go on top.
enum Preset: String, CaseIterable, ExpressibleByArgument {
  /// scikit-learn's tokens, so that scores can be compared with TfidfVectorizer's.
  case sklearn
  /// English news: repeated words count less, function words not at all.
  case news
  /// Source code and documentation: only long passages, which idiom alone does not produce.
  case code
  /// Scanned or careless text: pieces of words instead of words, accents folded.
  case noisy

  func apply(to configuration: inout Configuration) {
    switch self {
    case .sklearn:
      configuration.features.tokenizer = .sklearn
    case .news:
      configuration.features.termFrequency = .sublinear
      configuration.features.stopWords = StopWords.list(for: "english") ?? []
    case .code:
      configuration.passages.minimumTokens = 50
      configuration.passages.minimumLineTokens = 50
    case .noisy:
      configuration.features.terms = .charactersInWords(3...5)
      configuration.features.foldDiacritics = true
      configuration.duplicates.shingleCharacters = 5
    }
  }
}

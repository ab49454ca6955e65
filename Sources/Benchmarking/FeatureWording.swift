import AnalysisModel

/// Feature options in one line, so that a saved run says what its vectors were.
enum FeatureWording {
  /// `sklearn tokens, words 1, raw tf, smooth idf, l2` and what else differs from the defaults.
  static func line(_ options: FeatureOptions) -> String {
    let defaults = FeatureOptions()
    var parts = [
      "\(options.tokenizer.rawValue) tokens", options.terms.description,
      "\(options.termFrequency.rawValue) tf", "\(options.inverseDocumentFrequency.rawValue) idf",
      "\(options.norm.rawValue) norm",
    ]
    if !options.includeTitle { parts.append("no title") }
    if options.foldDiacritics { parts.append("diacritics folded") }
    if let language = options.stemLanguage { parts.append("\(language) stems") }
    if !options.stopWords.isEmpty { parts.append("\(options.stopWords.count) stop words") }
    if options.minimumDocumentFrequency != defaults.minimumDocumentFrequency {
      parts.append("min df \(options.minimumDocumentFrequency)")
    }
    if options.maximumDocumentFrequency != defaults.maximumDocumentFrequency {
      parts.append("max df \(options.maximumDocumentFrequency)")
    }
    if let limit = options.maximumFeatures { parts.append("at most \(limit) terms") }
    return parts.joined(separator: ", ")
  }
}

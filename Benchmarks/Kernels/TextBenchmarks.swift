import AnalysisModel
import Benchmark
import Execution
import TextFeatures

/// The tokeniser and the vectoriser, on 5,000 documents of 200 words.
func registerTextBenchmarks() {
  let one = Parallelism(threads: 1)
  let unicode = FeatureOptions()
  var sklearn = FeatureOptions()
  sklearn.tokenizer = .sklearn

  for (name, options) in [("unicode", unicode), ("sklearn", sklearn)] {
    for accented in [false, true] {
      Benchmark("Tokeniser: \(name) rules, \(accented ? "accented" : "ASCII")") { _, documents in
        blackHole(try await CorpusTokenizer(options: options).tokenize(documents, parallelism: one))
      } setup: {
        TextInput(documentCount: 5000, accented: accented).documents
      }
    }
  }
  Benchmark("Vectoriser: words") { (_, input: (documents: [Document], tokens: TokenizedCorpus)) in
    blackHole(
      try await TFIDFVectorizer(options: unicode)
        .vectors(of: input.tokens, documents: input.documents, parallelism: one))
  } setup: {
    let documents = TextInput(documentCount: 5000).documents
    let tokens = try await CorpusTokenizer(options: unicode).tokenize(documents, parallelism: one)
    return (documents, tokens)
  }
}

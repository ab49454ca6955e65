import AnalysisModel
import Benchmark
import Execution
import TextFeatures

/// The tokeniser and the vectoriser, on 5,000 documents of 200 words.
func registerTextBenchmarks() {
  let plain = Input { TextInput(documentCount: 5000).documents }
  let accented = Input { TextInput(documentCount: 5000, accented: true).documents }
  let one = Parallelism(threads: 1)
  let unicode = FeatureOptions()
  var sklearn = FeatureOptions()
  sklearn.tokenizer = .sklearn

  for (name, options) in [("unicode", unicode), ("sklearn", sklearn)] {
    for (text, input) in [("ASCII", plain), ("accented", accented)] {
      Benchmark("Tokeniser, \(name) rules, \(text)") { benchmark in
        let documents = input.value
        benchmark.startMeasurement()
        blackHole(try await CorpusTokenizer(options: options).tokenize(documents, parallelism: one))
        benchmark.stopMeasurement()
      }
    }
  }
  Benchmark("Vectoriser, words") { benchmark in
    let documents = plain.value
    let tokens = try await CorpusTokenizer(options: unicode).tokenize(documents, parallelism: one)
    benchmark.startMeasurement()
    blackHole(
      try await TFIDFVectorizer(options: unicode)
        .vectors(of: tokens, documents: documents, parallelism: one))
    benchmark.stopMeasurement()
  }
}

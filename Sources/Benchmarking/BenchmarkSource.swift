import Matrices

/// What a benchmark works on.
public enum BenchmarkSource: Sendable {
  /// Documents read from files and folders; `-` cannot be, as they are read several times.
  case files([String])
  /// A generated corpus, which goes through a temporary file to be read.
  case generated(ZipfCorpus)
  /// Dense rows in memory, with the path they came from: the `matrix` stage alone, its result held in memory.
  case vectors(DenseRows<Float>, path: String)
}

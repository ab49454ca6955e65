import AnalysisModel
import Execution
import Foundation
import Testing

@testable import TextFeatures

/// Weights against those of scikit-learn, frozen by scripts/regenerate-parity-fixtures.
@Suite("Parity with scikit-learn")
struct ParityTests {
  struct Fixture: Decodable {
    var versions: [String: String]
    var cases: [String: Case]
  }

  struct Case: Decodable {
    var options: Options
    var terms: [String]
    var rows: [Row]
  }

  struct Row: Decodable {
    var columns: [Int]
    var values: [Double]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      columns = try container.decode([Int].self)
      values = try container.decode([Double].self)
    }
  }

  /// The parameters of `TfidfVectorizer` that differ from its defaults.
  struct Options: Decodable {
    var options = FeatureOptions()

    enum CodingKeys: String, CodingKey {
      case sublinear = "sublinear_tf"
      case binary, norm, analyzer
      case useIDF = "use_idf"
      case smoothIDF = "smooth_idf"
      case leastDocuments = "min_df"
      case mostDocuments = "max_df"
      case maximumFeatures = "max_features"
      case lengths = "ngram_range"
      case stopWords = "stop_words"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      options.tokenizer = .sklearn
      if try container.decodeIfPresent(Bool.self, forKey: .sublinear) == true {
        options.termFrequency = .sublinear
      }
      if try container.decodeIfPresent(Bool.self, forKey: .binary) == true { options.termFrequency = .binary }
      if try container.decodeIfPresent(Bool.self, forKey: .smoothIDF) == false {
        options.inverseDocumentFrequency = .plain
      }
      if try container.decodeIfPresent(Bool.self, forKey: .useIDF) == false {
        options.inverseDocumentFrequency = .none
      }
      if container.contains(.norm) {
        options.norm = try container.decodeNil(forKey: .norm) ? .none : .l1
      }
      options.minimumDocumentFrequency =
        try Self.bound(container, .leastDocuments) ?? options.minimumDocumentFrequency
      options.maximumDocumentFrequency =
        try Self.bound(container, .mostDocuments) ?? options.maximumDocumentFrequency
      options.maximumFeatures = try container.decodeIfPresent(Int.self, forKey: .maximumFeatures)
      options.stopWords = try container.decodeIfPresent([String].self, forKey: .stopWords) ?? []
      let ends = try container.decodeIfPresent([Int].self, forKey: .lengths) ?? [1, 1]
      let lengths = ends[0]...ends[1]
      options.terms =
        switch try container.decodeIfPresent(String.self, forKey: .analyzer) {
        case "char": .characters(lengths)
        case "char_wb": .charactersInWords(lengths)
        default: .words(lengths)
        }
    }

    private static func bound(
      _ container: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys
    ) throws -> FeatureOptions.DocumentFrequencyBound? {
      guard container.contains(key) else { return nil }
      if let count = try? container.decode(Int.self, forKey: key) { return .count(count) }
      return .share(try container.decode(Double.self, forKey: key))
    }
  }

  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
  }

  @Test("every weight to 10⁻⁶", arguments: ["prose", "languages", "odd"])
  func weights(corpus: String) async throws {
    let texts = try Self.read("corpus-\(corpus).json", as: [String].self)
    let fixture = try Self.read("parity-\(corpus).json", as: Fixture.self)
    #expect(fixture.cases.count >= 14)
    for (name, frozen) in fixture.cases.sorted(by: { $0.key < $1.key }) {
      let options = frozen.options.options
      let vectors = try await TFIDFVectorizer(options: options).vectors(
        of: tokenized(texts, options), documents: documents(texts), parallelism: Parallelism(threads: 2))
      let terms = (0..<UInt32(vectors.terms.count)).map { vectors.terms.token($0) }
      try #require(Set(terms) == Set(frozen.terms), "\(corpus), \(name): other terms")
      #expect(terms.count == frozen.terms.count)
      #expect(vectors.rows.rowCount == frozen.rows.count)
      for (index, row) in frozen.rows.enumerated() {
        let range = vectors.rows.range(ofRow: index)
        let found = Dictionary(
          uniqueKeysWithValues: range.map {
            (terms[Int(vectors.rows.columns[$0])], vectors.rows.values[$0])
          })
        try #require(found.count == row.columns.count, "\(corpus), \(name), document \(index)")
        for (column, value) in zip(row.columns, row.values) {
          let difference = abs(try #require(found[frozen.terms[column]]) - value)
          #expect(difference <= 1e-6, "\(corpus), \(name), document \(index), ‘\(frozen.terms[column])’")
        }
      }
    }
  }
}

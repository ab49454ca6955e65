import AnalysisModel
import Execution
import Foundation
import PassageDetection
import Testing
import TextFeatures

struct SeedPassageTests {
  @Test func findsTheSixPassagesOfTheSeeds() async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../seeds").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
    let documents = try names.map { name in
      Document(id: name, text: UTF8Text(validated: Array(try Data(contentsOf: folder.appending(path: name)))[...]))
    }
    let found = try await find(in: documents)
    for passage in found.passages {
      print(passage.number, passage.tokenCount, passage.kind, passage.isLine, passage.text)
      for p in passage.places { print("    ", p.document, p.bytes, p.line, p.column) }
    }
  }
}


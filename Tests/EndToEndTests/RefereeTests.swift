import Foundation
import TestSupport
import Testing

/// Figures beside those of small independent programs, written from the definitions in Python, on the same files.
///
/// `Fixtures/referees/expected.json` holds what they printed (scikit-learn 1.9.0 for the indices of clusters). Where
/// the programs themselves lie beside the package, they are run as well; those tests are skipped where not.
@Suite("Figures of independent referees")
struct RefereeTests {
  private static let fixtures = ProjectFolders.root.appending(path: "Tests/EndToEndTests/Fixtures/referees")
  private static let tools = ProjectFolders.sharedData.deletingLastPathComponent().appending(path: "tools")

  private static var hasTools: Bool {
    FileManager.default.fileExists(
      atPath: tools.appending(path: "judge_duplicates.py").path(percentEncoded: false))
      && FileManager.default.isExecutableFile(atPath: "/usr/bin/env")
      && (try? python(["-c", "pass"])) != nil
  }

  /// What a figure is called here and there.
  private static let clusterNames = [
    "n": "documents", "gold_clusters": "goldClusters", "pred_clusters": "foundClusters",
    "b3_p": "bCubed.precision", "b3_r": "bCubed.recall", "b3_f": "bCubed.f1", "pair_p": "pairs.precision",
    "pair_r": "pairs.recall", "pair_f": "pairs.f1", "hom": "homogeneity", "comp": "completeness",
    "v": "vMeasure", "nmi_arith": "normalizedMutualInformation",
    "nmi_sqrt": "normalizedMutualInformationGeometric", "ami_arith": "adjustedMutualInformation",
    "ami_max": "adjustedMutualInformationMaximum", "ari": "adjustedRandIndex",
  ]

  private static func file(_ name: String) -> String {
    fixtures.appending(path: name).path(percentEncoded: false)
  }

  private func expected(_ name: String) throws -> [String: Double] {
    let all = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Self.fixtures.appending(path: "expected.json")))
    return try #require((all as? [String: Any])?[name] as? [String: Double])
  }

  /// The figures of `refrain evaluate … --format csv`.
  private func figures(_ arguments: [String]) throws -> [String: Double] {
    let run = try RefrainProcess.run(["evaluate"] + arguments + ["--format", "csv"])
    #expect(run.status == 0, "\(run.diagnostics)")
    let rows = run.text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        Double(row[1]).map { (String(row[0]), $0) }
      })
  }

  private static func python(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotRunnable() }
    return String(decoding: data, as: UTF8.self)
  }

  private struct NotRunnable: Error {}

  @Test("Clusters: every measure", arguments: ["event", "topic"])
  func clusters(level: String) throws {
    let found = try figures([
      "clusters", "--gold", Self.file("clusters.gold.jsonl"), "--found", Self.file("clusters.found.jsonl"),
      "--level", level,
    ])
    for (theirs, value) in try expected("clusters.\(level)") {
      let name = try #require(Self.clusterNames[theirs])
      let ours = try #require(found[name])
      #expect(abs(ours - value) <= 1e-12 * max(1, abs(value)), "\(name): \(ours), not \(value)")
    }
  }

  @Test("Duplicates in records, to all digits")
  func duplicates() throws {
    let found = try figures([
      "duplicates", "--gold", Self.file("duplicates.gold.jsonl"), "--found",
      Self.file("duplicates.found.jsonl"),
    ])
    for (name, value) in try expected("duplicates") {
      #expect(found["records.\(name)"].map { String(format: "%.4f", $0) } == String(format: "%.4f", value))
    }
  }

  @Test(
    "Passages: all, on listed pairs, of one class",
    arguments: [
      ("passages", []), ("passages.pairs", ["--pairs"]), ("passages.none", ["--pairs", "--class", "none"]),
      ("passages.class", ["--class", "summary"]),
    ] as [(String, [String])])
  func passages(_ name: String, _ options: [String]) throws {
    let found = try figures(
      ["passages", "--gold", Self.file("passages.gold.jsonl"), "--found", Self.file("passages.found.jsonl")]
        + options.flatMap { $0 == "--pairs" ? [$0, Self.file("passages.pairs.tsv")] : [$0] })
    for (measure, value) in try expected(name) {
      let ours = try #require(found[measure])
      #expect(abs(ours - value) <= 1e-14, "\(measure): \(ours), not \(value)")
    }
  }

  @Test(
    "The programs themselves, on a corpus",
    .enabled(if: hasTools, "skipped: no ../shared/tools, or no Python"))
  func programs() throws {
    guard
      let corpus = ProjectFolders.sharedFile("duplicates/bibdup-stroke.jsonl")?.path(percentEncoded: false)
    else { return }
    try TemporaryFolder.with { folder in
      let families = folder.path(of: "found.jsonl")
      #expect(try RefrainProcess.run(["duplicates", corpus, "--output", families]).status == 0)
      let ours = try figures(["duplicates", "--gold", corpus, "--found", families])
      let script = Self.tools.appending(path: "judge_duplicates.py").path(percentEncoded: false)
      let theirs = try Self.python([script, corpus, families])
      let cells = ["f1", "precision", "recall"].map { String(format: "%.4f", ours["records.\($0)"] ?? -1) }
      #expect(theirs == "\(cells[0]) P=\(cells[1]) R=\(cells[2])\n")
    }
  }
}

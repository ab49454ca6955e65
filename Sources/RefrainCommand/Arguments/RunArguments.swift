import ArgumentParser
import Foundation
import Refrain

/// How a run behaves; nothing here but the seed and the offsets changes what is found.
struct RunArguments: ParsableArguments {
  @Option(help: "How many cores to use. Never changes a finding. (default: all)")
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Print no progress, notes or hints.")
  var quiet = false

  @Flag(name: .customLong("no-progress"), help: "Show no progress line on a terminal.")
  var noProgress = false

  @Option(
    help: "Write what depends on the machine (threads, BLAS, times, memory) to a JSON file.",
    completion: .file())
  var runInfo: String?

  @Option(help: "Read options from a YAML file, as ‘refrain config’ prints it.", completion: .file())
  var config: String?

  @Option(help: "The seed of random choices. (default: 1)")
  var seed: UInt64?

  @Option(help: "What offsets count: \(OffsetUnit.choices). (default: characters)")
  var offsets: OffsetUnit?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads \(threads): give 1 or more.") }
  }

  /// The number of threads to use.
  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}

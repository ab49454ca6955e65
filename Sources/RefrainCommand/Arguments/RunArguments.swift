import ArgumentParser
import Foundation
import Refrain

/// How a run behaves; nothing here but the seed and the offsets changes what is found.
struct RunArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("How many cores to use. Never changes a finding. (default: all)", valueName: "n"))
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Print no progress, notes or hints.")
  var quiet = false

  @Flag(name: .customLong("no-progress"), help: "Show no progress line on a terminal.")
  var noProgress = false

  @Option(
    help: ArgumentHelp(
      "Write what depends on the machine (threads, BLAS, times, memory) to a JSON file.", valueName: "file"),
    completion: .file())
  var runInfo: String?

  @Option(
    help: ArgumentHelp("Read options from a YAML file, as ‘refrain config’ prints it.", valueName: "file"),
    completion: .file())
  var config: String?

  @Option(
    help: ArgumentHelp(
      "The seed of random choices: what --verify draws and benchmark generates. (default: 1)",
      valueName: "n"))
  var seed: UInt64?

  @Option(help: "What offsets count; characters are Unicode code points. (default: characters)")
  var offsets: OffsetUnit?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): give 1 to 1024.")
    }
  }

  /// The number of threads to use.
  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}

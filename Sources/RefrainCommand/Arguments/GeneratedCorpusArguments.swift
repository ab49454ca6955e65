import ArgumentParser
import Benchmarking
import Refrain

/// Which corpus is generated, where it is not the usual one.
struct GeneratedCorpusArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      With --write-corpus: what the generated documents are. zipf: unlike each other but for planted copies; \
      identical: all the same; template: one letter with other facts. (default: zipf)
      """, valueName: "kind"))
  var kind: Kind?

  @Option(
    help: ArgumentHelp(
      "With --kind template: about how similar two letters are, 0.65 to 0.95. (default: 0.9)",
      valueName: "similarity"))
  var letterSimilarity: Double?

  @Option(
    help: ArgumentHelp(
      """
      With --write-corpus and --write-gold: plant edited copies in a corpus of yours, so that a search for \
      duplicates can be judged.
      """, valueName: "corpus"),
    completion: .file())
  var plantedEdits: String?

  @Option(
    help: ArgumentHelp("What is expected of each planted copy, as JSON lines.", valueName: "file"),
    completion: .file())
  var writeGold: String?

  @Flag(help: "Plant copies with up to 10 % of their characters wrong, for --preset noisy.")
  var noisy = false

  /// What generated documents are.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case zipf
    case identical
    case template
  }

  private static let defaultSimilarity = 0.9

  func validate() throws {
    if let letterSimilarity {
      guard kind == .template else { throw ValidationError("--letter-similarity is for --kind template.") }
      guard MassCorpus.similarities.contains(letterSimilarity) else {
        throw ValidationError("--letter-similarity \(letterSimilarity): give 0.65 to 0.95.")
      }
    }
    if plantedEdits != nil && kind != nil {
      throw ValidationError("--planted-edits takes its documents from a corpus: leave --kind out.")
    }
    if (plantedEdits == nil) != (writeGold == nil) {
      throw ValidationError("--planted-edits and --write-gold go together: give both.")
    }
    if noisy && plantedEdits == nil { throw ValidationError("--noisy is for --planted-edits.") }
  }

  /// The first option given.
  var firstGiven: String? {
    let all: [(String, Bool)] = [
      ("--kind", kind != nil), ("--letter-similarity", letterSimilarity != nil),
      ("--planted-edits", plantedEdits != nil), ("--noisy", noisy),
    ]
    return all.first { $0.1 }?.0
  }

  /// A corpus made from nothing but a seed.
  func corpus(documents: Int, seed: UInt64) -> any GeneratedCorpus {
    switch kind ?? .zipf {
    case .zipf: return ZipfCorpus(ZipfCorpus.Options(documentCount: documents, seed: seed))
    case .identical: return MassCorpus(documentCount: documents, kind: .identical, seed: seed)
    case .template:
      let jaccard = letterSimilarity ?? Self.defaultSimilarity
      return MassCorpus(documentCount: documents, kind: .template(jaccard: jaccard), seed: seed)
    }
  }

  /// What is planted.
  func options(seed: UInt64) -> PlantedCorpus.Options {
    var options = PlantedCorpus.Options(seed: seed)
    options.isNoisy = noisy
    return options
  }
}

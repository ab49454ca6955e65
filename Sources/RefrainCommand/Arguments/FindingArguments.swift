import ArgumentParser
import Refrain

/// When documents count as duplicates.
struct DuplicateArguments: ParsableArguments {
  @Option(
    help: "Near copies share at least this part of all their shingles, 0 to 1 or per cent. (default: 0.8)")
  var jaccard: DecimalFraction?

  @Option(
    help: ArgumentHelp(
      "A contained document has at least this part of its shingles in the other. (default: 0.9)",
      valueName: "share"))
  var containment: DecimalFraction?

  @Option(
    help: ArgumentHelp(
      "Shorter documents, in words, are never called contained. (default: 30)", valueName: "n"))
  var minContainedTokens: Int?

  @Option(
    help: ArgumentHelp(
      "Texts whose characters agree to this part are near copies, too. (default: 0.85)", valueName: "share"))
  var identity: DecimalFraction?

  @Option(help: ArgumentHelp("Words to a shingle. (default: 5)", valueName: "n"))
  var shingleWords: Int?

  @Option(help: ArgumentHelp("Characters to a shingle, instead of words.", valueName: "n"))
  var shingleCharacters: Int?

  @Option(
    help: ArgumentHelp(
      """
      Which copy represents its family and is kept: first, longest (characters), newest, oldest (undated last) or \
      source:A,B (earlier named ones before later and unnamed ones). Rules may be joined, each deciding what those \
      before leave open: source:A,B,longest. Repeat the option to go on; the word behind ‘source:’ is a name, \
      whatever it is. (default: first)
      """, valueName: "rules"),
    completion: .list(["first", "longest", "newest", "oldest", "source:"]))
  var keep: [KeepPolicies] = []

  @Option(
    help: ArgumentHelp(
      """
      How families are made: star, each member related to its representative; complete, every two related; \
      components, all that lead to each other, which may chain. (default: star)
      """))
  var linkage: DuplicateOptions.Linkage?

  func validate() throws {
    if shingleWords != nil && shingleCharacters != nil {
      throw ValidationError("A shingle has words or characters: --shingle-words or --shingle-characters.")
    }
  }

  func apply(to options: inout DuplicateOptions) {
    if !keep.isEmpty { options.keep = KeepPolicies(joining: keep) }
    if let jaccard { options.jaccard = jaccard }
    if let containment { options.containment = containment }
    if let minContainedTokens { options.minimumContainedTokens = minContainedTokens }
    if let identity { options.identity = identity }
    if let shingleWords {
      options.shingleWords = shingleWords
      options.shingleCharacters = nil
    }
    if let shingleCharacters { options.shingleCharacters = shingleCharacters }
    if let linkage { options.linkage = linkage }
  }
}

/// Which repeated passages are reported.
struct PassageArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Find every run of at least this many words that stands twice. (default: 12)", valueName: "n"))
  var minTokens: Int?

  @Option(
    help: ArgumentHelp(
      "Find every whole line of at least this many words that stands twice. (default: 6)", valueName: "n"))
  var minLineTokens: Int?

  func apply(to options: inout PassageOptions) {
    if let minTokens { options.minimumTokens = minTokens }
    if let minLineTokens { options.minimumLineTokens = minLineTokens }
  }
}

/// How documents are grouped.
struct ClusterArguments: ParsableArguments {
  @Option(help: ArgumentHelp("How many topics to make: a number, or auto. (default: auto)", valueName: "n"))
  var topics: TopicCount?

  @Option(
    help: ArgumentHelp(
      "Join topics while their mean cosine is at least this. (default: adapts to the corpus)",
      valueName: "cosine"))
  var topicCut: Double?

  @Option(
    help: ArgumentHelp(
      "Join events while their mean similarity is at least this. (default: adapts to the corpus)",
      valueName: "cosine"))
  var eventCut: Double?

  func apply(to options: inout ClusterOptions) {
    switch topics {
    case .fixed(let count)?: options.topics = count
    case .auto?: options.topics = nil
    case nil: break
    }
    if let topicCut { options.topicCut = topicCut }
    if let eventCut { options.eventCut = eventCut }
  }
}

/// A number of topics, or none given.
enum TopicCount: ExpressibleByArgument {
  case auto
  case fixed(Int)

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let count = Int(argument), count >= 1 {
      self = .fixed(count)
    } else {
      return nil
    }
  }
}

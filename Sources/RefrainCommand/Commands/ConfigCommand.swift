import ArgumentParser
import Refrain

/// `refrain config`: what a set of options comes to.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the resolved configuration as YAML, which --config takes back.",
    discussion: """
        refrain config > refrain.yml
        refrain config --preset news --min-tokens 20
        refrain report articles/ --config refrain.yml
      """)

  @OptionGroup(title: "Reading") var input: InputArguments
  @OptionGroup(title: "Words and weights") var features: FeatureArguments
  @OptionGroup(title: "Duplicates") var duplicates: DuplicateArguments
  @OptionGroup(title: "Passages") var passages: PassageArguments
  @OptionGroup(title: "Clusters") var clusters: ClusterArguments
  @OptionGroup(title: "Run") var run: RunArguments

  mutating func run() async throws {
    let settings = ConfigurationSources(input: input, features: features, run: run)
    let configuration = try settings.configuration { configuration in
      duplicates.apply(to: &configuration.duplicates)
      passages.apply(to: &configuration.passages)
      clusters.apply(to: &configuration.clusters)
    }
    let file = try OutputFile(path: "-", inputs: InputGuard(paths: [], readsAllKinds: false))
    try file.write(Array(try ConfigurationFile.yaml(configuration).utf8))
    try file.commit()
  }
}

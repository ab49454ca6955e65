import ArgumentParser
import Refrain
import Reporting

/// `refrain clusters`: topics and events.
struct ClustersCommand: FindingsCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Topics (what it is about) and events (what happened, when).",
    discussion: """
        refrain clusters news.jsonl
        refrain clusters news.jsonl --topics 5 --format csv --output clusters.csv
      """)
  static let part = ReportPart.clusters
  static let parts: Set<Analysis.Part> = [.clusters]

  @OptionGroup var common: CommonArguments
  @OptionGroup(title: "Clusters") var clusters: ClusterArguments
  @OptionGroup(title: "Output") var output: OutputArguments

  func apply(to configuration: inout Configuration) { clusters.apply(to: &configuration.clusters) }
}

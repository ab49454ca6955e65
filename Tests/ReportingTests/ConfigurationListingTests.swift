import AnalysisModel
import Testing

@testable import Reporting

@Suite struct ConfigurationListingTests {
  /// A new option that nobody lists would be missing from every report.
  @Test func listsEveryOptionInItsOrder() throws {
    let configuration = Configuration()
    let sections = ConfigurationListing(configuration).sections
    let properties = Mirror(reflecting: configuration).children
    let names = properties.compactMap(\.label)
    #expect(sections.map(\.name) == Array(names.prefix(6)) + [""])
    #expect(sections.last?.entries.map(\.key) == Array(names.dropFirst(6)))
    for (section, property) in zip(sections.prefix(6), properties) where section.name != "pairs" {
      let keys = Mirror(reflecting: property.value).children.compactMap(\.label)
      #expect(section.entries.map(\.key) == keys, "section \(section.name)")
    }
  }

  @Test func valuesAreTheResolvedOnes() throws {
    var configuration = Configuration()
    configuration.pairs.selection = .nearest(10)
    configuration.duplicates.jaccard = try #require(DecimalFraction("85%"))
    configuration.input.format = .csv
    configuration.seed = .max
    let sections = ConfigurationListing(configuration).sections
    func value(_ section: String, _ key: String) -> ConfigurationListing.Value? {
      sections.first { $0.name == section }?.entries.first { $0.key == key }?.value
    }
    #expect(value("pairs", "nearest") == .integer(10))
    #expect(value("pairs", "atLeast") == nil)
    #expect(value("duplicates", "jaccard") == .number(0.85))
    #expect(value("input", "format") == .text("csv"))
    #expect(value("clusters", "topics") == ConfigurationListing.Value.none)
    #expect(value("", "seed") == .unsigned(.max))
  }
}

import ArgumentParser
import Refrain
import Reporting

extension OffsetUnit: ExpressibleByArgument {}
extension InputOptions.InputFormat: ExpressibleByArgument {}
extension InputOptions.ErrorPolicy: ExpressibleByArgument {}
extension InputOptions.DuplicateIDPolicy: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension BenchmarkFormat: ExpressibleByArgument {}

extension DecimalFraction: ExpressibleByArgument {
  /// Reads `0.8` or `80%`.
  public init?(argument: String) { self.init(argument) }
}

extension KeepPolicies: ExpressibleByArgument {
  /// Reads `longest`, `source:A,B,newest` and the like.
  public init?(argument: String) { self.init(argument) }
}

extension FeatureOptions.DocumentFrequencyBound: ExpressibleByArgument {
  /// Reads `3` as a count, `0.5` as a share.
  public init?(argument: String) { self.init(argument) }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The values as a help text lists them.
  static var choices: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

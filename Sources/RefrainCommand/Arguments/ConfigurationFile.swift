import Foundation
import Refrain
import Yams

/// Reads and writes the resolved configuration as YAML.
enum ConfigurationFile {
  /// Settings whose absence has a meaning: they are printed as null, so that a reader learns that they exist.
  private static let optionalSettings = [
    "input": ["format", "encoding"], "features": ["stemLanguage", "maximumFeatures"],
    "duplicates": ["shingleCharacters"], "clusters": ["topics", "topicCut", "eventCut"],
  ]

  /// The configuration as YAML, which `read` takes back.
  static func yaml(_ configuration: Configuration) throws -> String {
    let text = try YAMLEncoder().encode(configuration)
    guard case .mapping(var sections)? = try Yams.compose(yaml: text) else { return text }
    for (section, names) in optionalSettings {
      guard case .mapping(var settings)? = sections[Node(section)] else { continue }
      for name in names where settings[Node(name)] == nil { settings[Node(name)] = Node("null", Tag(.null)) }
      sections[Node(section)] = .mapping(settings)
    }
    return try Yams.serialize(node: .mapping(sections))
  }

  /// Puts the settings of a YAML file over a configuration; a file need not name every setting.
  ///
  /// - Throws: `RefrainError` for a file that cannot be read, is no YAML, names a setting that does not exist or
  ///   gives one a value it cannot have.
  static func read(_ path: String, over base: Configuration) throws -> Configuration {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw RefrainError(
        "cannot read the configuration", path: path, remedy: "a YAML file as ‘refrain config’ prints it")
    }
    do {
      guard let settings = try Yams.compose(yaml: text) else { return base }
      guard let defaults = try Yams.compose(yaml: try yaml(base)) else { return base }
      let merged = merge(settings, over: defaults)
      let result = try YAMLDecoder().decode(Configuration.self, from: try Yams.serialize(node: merged))
      try checkNames(settings, against: try Yams.compose(yaml: try yaml(result)), prefix: "", path: path)
      return result
    } catch let error as RefrainError {
      throw error
    } catch let DecodingError.dataCorrupted(context), let DecodingError.typeMismatch(_, context) {
      let name = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw RefrainError(
        "\(name.isEmpty ? "the configuration" : name): \(context.debugDescription)", path: path,
        remedy: "the form that ‘refrain config’ prints")
    } catch {
      throw RefrainError(
        "this is no YAML configuration: \(error)", path: path, remedy: "the form that ‘refrain config’ prints"
      )
    }
  }

  private static func merge(_ over: Node, over base: Node) -> Node {
    guard case .mapping(let settings) = over, case .mapping(var result) = base else { return over }
    for (key, value) in settings {
      result[key] = result[key].map { merge(value, over: $0) } ?? value
    }
    return .mapping(result)
  }

  // A setting that the decoder did not know is gone after a round trip.
  private static func checkNames(_ typed: Node, against known: Node?, prefix: String, path: String) throws {
    guard case .mapping(let settings) = typed else { return }
    for (key, value) in settings {
      let name = prefix + (key.string ?? "?")
      guard case .mapping(let names)? = known, let next = names[key] else {
        throw RefrainError(
          "there is no setting ‘\(name)’", path: path, line: key.mark?.line,
          remedy: "one of the settings that ‘refrain config’ prints")
      }
      try checkNames(value, against: next, prefix: name + ".", path: path)
    }
  }
}

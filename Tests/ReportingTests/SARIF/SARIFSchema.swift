import Foundation

/// The parts of the SARIF 2.1.0 schema that we use: which properties an object may and must have, and their values.
enum SARIFSchema {
  private struct Shape {
    var required: Set<String> = []
    /// Objects and arrays of objects by the shape they have; other properties by nil.
    var properties: [String: String?]
    /// Properties that are one of a few words.
    var words: [String: Set<String>] = [:]
    /// Whole numbers with their least value.
    var least: [String: Int] = [:]
  }

  private static let levels: Set = ["none", "note", "warning", "error"]

  private static let shapes: [String: Shape] = [
    "log": Shape(
      required: ["version", "runs"], properties: ["$schema": nil, "version": nil, "runs": "run"],
      words: ["version": ["2.1.0"]]),
    "run": Shape(
      required: ["tool", "results"],
      properties: [
        "tool": "tool", "automationDetails": "automationDetails", "invocations": "invocation",
        "columnKind": nil, "newlineSequences": nil, "results": "result", "properties": nil,
      ], words: ["columnKind": ["utf16CodeUnits", "unicodeCodePoints"]]),
    "tool": Shape(required: ["driver"], properties: ["driver": "driver"]),
    "driver": Shape(required: ["name"], properties: ["name": nil, "version": nil, "rules": "rule"]),
    "rule": Shape(
      required: ["id"],
      properties: [
        "id": nil, "name": nil, "shortDescription": "text", "fullDescription": "text",
        "defaultConfiguration": "configuration",
      ]),
    "configuration": Shape(properties: ["level": nil], words: ["level": levels]),
    "automationDetails": Shape(properties: ["id": nil]),
    "invocation": Shape(
      required: ["executionSuccessful"],
      properties: ["executionSuccessful": nil, "toolExecutionNotifications": "notification"]),
    "notification": Shape(
      required: ["message"], properties: ["level": nil, "message": "text"], words: ["level": levels]),
    "result": Shape(
      required: ["message"],
      properties: [
        "ruleId": nil, "ruleIndex": nil, "level": nil, "message": "text", "locations": "location",
        "relatedLocations": "location", "partialFingerprints": nil, "baselineState": nil, "properties": nil,
      ], words: ["level": levels, "baselineState": ["new", "unchanged", "updated", "absent"]],
      least: ["ruleIndex": 0]),
    "text": Shape(required: ["text"], properties: ["text": nil]),
    "location": Shape(
      properties: [
        "id": nil, "physicalLocation": "physicalLocation", "logicalLocations": "logicalLocation",
        "properties": nil,
      ], least: ["id": 0]),
    "physicalLocation": Shape(
      required: ["artifactLocation"],
      properties: ["artifactLocation": "artifactLocation", "region": "region"]),
    "artifactLocation": Shape(properties: ["uri": nil]),
    "region": Shape(
      properties: [
        "startLine": nil, "startColumn": nil, "endLine": nil, "endColumn": nil, "charOffset": nil,
        "charLength": nil,
      ],
      least: [
        "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1, "charOffset": 0, "charLength": 0,
      ]),
    "logicalLocation": Shape(properties: ["fullyQualifiedName": nil, "kind": nil]),
  ]

  /// What in a log goes against the schema.
  static func problems(of log: [String: Any]) -> [String] {
    var problems = problems(of: log, shape: "log", path: "log")
    for run in log["runs"] as? [[String: Any]] ?? [] { problems += ruleProblems(of: run) }
    return problems
  }

  private static func problems(of object: [String: Any], shape name: String, path: String) -> [String] {
    guard let shape = shapes[name] else { return ["\(path): there is no shape \(name)"] }
    var problems = shape.required.subtracting(object.keys).sorted().map { "\(path): \($0) is missing" }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      guard let inner = shape.properties[key] else {
        problems.append("\(path): \(key) is no property of a \(name)")
        continue
      }
      if let words = shape.words[key], !words.contains(value as? String ?? "") {
        problems.append("\(path).\(key): \(value)")
      }
      if let least = shape.least[key], (value as? Int ?? Int.min) < least {
        problems.append("\(path).\(key): \(value)")
      }
      guard let inner else { continue }
      if let objects = value as? [[String: Any]] {
        for (index, element) in objects.enumerated() {
          problems += Self.problems(of: element, shape: inner, path: "\(path).\(key)[\(index)]")
        }
      } else if let element = value as? [String: Any] {
        problems += Self.problems(of: element, shape: inner, path: "\(path).\(key)")
      } else {
        problems.append("\(path).\(key): neither an object nor a list of them")
      }
    }
    return problems
  }

  /// Rules and results must agree, and links lead to a related location.
  private static func ruleProblems(of run: [String: Any]) -> [String] {
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = (driver?["rules"] as? [[String: Any]] ?? []).map { $0["id"] as? String }
    var problems: [String] = []
    for (index, result) in (run["results"] as? [[String: Any]] ?? []).enumerated() {
      let rule = result["ruleIndex"] as? Int ?? -1
      if !rules.indices.contains(rule) || rules[rule] != result["ruleId"] as? String {
        problems.append("results[\(index)]: rule \(rule) is not \(result["ruleId"] ?? "")")
      }
      let text = (result["message"] as? [String: Any])?["text"] as? String ?? ""
      let related = (result["relatedLocations"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
      if Set(related).count != related.count { problems.append("results[\(index)]: ids are not unique") }
      if text.contains("](1)"), !related.contains(1) {
        problems.append("results[\(index)]: the link leads nowhere")
      }
    }
    return problems
  }
}

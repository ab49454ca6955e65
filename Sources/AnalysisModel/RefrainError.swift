/// A problem with the user's data, options or machine: what happened, where, and what to try.
///
/// Mistakes of the programmer are preconditions instead.
public struct RefrainError: Error, Sendable, Hashable {
  /// What went wrong, in one sentence without a full stop.
  public var problem: String
  /// The file concerned.
  public var path: String?
  /// The 1-based line of that file.
  public var line: Int?
  /// The 1-based record of that file.
  public var record: Int?
  /// What the user can do about it, in one sentence without a full stop.
  public var remedy: String?

  /// An error a user can act on.
  public init(
    _ problem: String, path: String? = nil, line: Int? = nil, record: Int? = nil,
    remedy: String? = nil
  ) {
    self.problem = problem
    self.path = path
    self.line = line
    self.record = record
    self.remedy = remedy
  }
}

extension RefrainError: CustomStringConvertible {
  /// `path:line: problem (record 7). Try: remedy.`
  public var description: String {
    var text = ""
    if let path { text += path + (line.map { ":\($0)" } ?? "") + ": " }
    text += problem
    if let record { text += " (record \(record))" }
    text += "."
    if let remedy { text += " Try: \(remedy)." }
    return text
  }
}

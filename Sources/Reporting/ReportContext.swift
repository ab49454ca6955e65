/// What a reporter needs to know besides the findings. Nothing in here depends on the clock.
public struct ReportContext: Sendable, Hashable {
  /// Refrain's version, for example `0.1.0`.
  public var version: String
  /// The paths as the user typed them, for headings and for the commands proposed next.
  public var inputs: [String]
  /// Columns of the terminal, 40…1,000.
  public var width: Int {
    didSet { width = Self.clamped(width) }
  }
  /// Whether escape sequences for bold and colour may be written.
  public var usesColour: Bool
  /// Whether signs beyond ASCII may be written to the terminal. Only the benchmark's reporter heeds it yet:
  /// documents are Unicode anyway.
  public var usesUnicode = true

  /// A context; narrower widths than 40 columns count as 40, wider ones than 1,000 as 1,000.
  public init(version: String, inputs: [String] = [], width: Int = 80, usesColour: Bool = false) {
    self.version = version
    self.inputs = inputs
    self.width = Self.clamped(width)
    self.usesColour = usesColour
  }

  private static func clamped(_ width: Int) -> Int { min(max(width, 40), 1000) }

  /// The paths as words of a shell command.
  var shellInputs: String {
    inputs.isEmpty ? "PATH" : inputs.map(Self.shellQuoted).joined(separator: " ")
  }

  private static func shellQuoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_./:=@+,%".unicodeScalars.contains($0)
    }
    if plain && !word.isEmpty { return VisibleText.line(word) }
    return "'"
      + VisibleText.line(
        word.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "'\\''")) + "'"
  }
}

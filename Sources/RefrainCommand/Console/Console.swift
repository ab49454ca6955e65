import Foundation

/// A stream a person may be looking at.
struct Console: Sendable {
  private let descriptor: Int32

  /// Results go here.
  static let standardOutput = Console(descriptor: STDOUT_FILENO)
  /// Diagnostics and progress go here.
  static let standardError = Console(descriptor: STDERR_FILENO)

  /// Whether this is a terminal rather than a file or a pipe.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether colours are welcome: on a terminal, unless NO_COLOR is set or the terminal is dumb.
  var wantsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// The width in columns: COLUMNS, else the terminal's, else 80; at least 40.
  var width: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }) {
      return min(max(40, columns), 1000)
    }
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(40, Int(size.ws_col))
  }

  /// Whether the locale is one of UTF-8, by the variables that decide it.
  static var usesUTF8: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let name = locale?.lowercased() ?? ""
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// Writes a diagnostic; one that cannot be written is lost, there is nobody to tell.
  func write(_ text: String) {
    try? DescriptorWriter(descriptor: descriptor, name: "standard error").write(Array(text.utf8))
  }
}

import Foundation

/// The most memory that this process has had since the last reset.
package enum PeakMemory {
  /// Starts anew; false where the system cannot.
  static func reset() -> Bool {
    // Linux sets the peak to what is in use now when 5 is written here (proc(5)).
    let descriptor = open("/proc/self/clear_refs", O_WRONLY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return write(descriptor, "5", 1) == 1
  }

  /// The peak in bytes; nil where the system does not tell.
  ///
  /// `getrusage` would do elsewhere; on Linux its figure includes what the process that started this one had.
  package static var bytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
        Int($0)
      })
    else { return nil }
    return kibibytes * 1024
  }
}

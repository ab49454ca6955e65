import AnalysisModel
import Foundation

extension MachineDescription {
  /// The machine that this process runs on.
  public static var current: MachineDescription {
    MachineDescription(
      cpu: processorName ?? "unknown processor", cores: ProcessInfo.processInfo.activeProcessorCount,
      memoryBytes: ProcessInfo.processInfo.physicalMemory,
      system: ProcessInfo.processInfo.operatingSystemVersionString)
  }

  #if canImport(Darwin)
    private static var processorName: String? {
      var size = 0
      guard sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0) == 0, size > 1 else { return nil }
      var bytes = [UInt8](repeating: 0, count: size)
      guard sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0) == 0 else { return nil }
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  #else
    private static var processorName: String? {
      guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return nil }
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let key = parts[0].trimmingCharacters(in: .whitespaces)
        // Arm names its cores under another key, if at all.
        if key == "model name" || key == "Model" || key == "Hardware" {
          return parts[1].trimmingCharacters(in: .whitespaces)
        }
      }
      return nil
    }
  #endif
}

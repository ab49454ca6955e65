import AnalysisModel

/// A warning about data as one line.
enum DataWarningWording {
  /// `path (record 7): message`.
  static func describe(_ warning: DataWarning) -> String {
    var place = warning.path ?? ""
    if let record = warning.record { place += " (record \(record))" }
    return Label.of(place.isEmpty ? warning.message : "\(place): \(warning.message)", width: 400)
  }
}

import AnalysisModel

/// One file to be read.
struct InputFile: Sendable {
  /// Where its bytes come from.
  enum Location: Sendable {
    case path(RawPath)
    case descriptor(Int32)
  }

  var location: Location
  /// The path as a user would type it; `-` for standard input.
  var path: String
  /// The id of its document, or the part before `#` in its records' ids.
  var id: String
  var format: InputOptions.InputFormat
  /// Nil where it is not known beforehand: standard input, pipes.
  var size: Int?
  /// Whether it was come upon in a folder rather than named by the user, who may not know of it.
  var isFoundInFolder = false
}

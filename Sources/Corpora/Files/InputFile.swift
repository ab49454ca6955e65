import AnalysisModel

/// One file to be read.
package struct InputFile: Sendable {
  /// Where its bytes come from.
  package enum Location: Sendable {
    /// A place in the file system.
    case path(RawPath)
    /// A file that is open already.
    case descriptor(Int32)
  }

  /// Where its bytes come from.
  package var location: Location
  /// The path as a user would type it; `-` for standard input.
  package var path: String
  /// The id of its document, or the part before `#` in its records' ids.
  package var id: String
  /// What it holds, once decompressed.
  package var format: InputOptions.InputFormat
  /// In bytes; nil where it is not known beforehand: standard input, pipes, compressed files.
  package var size: Int?
  /// Whether it was come upon in a folder rather than named by the user, who may not know of it.
  package var isFoundInFolder = false
  /// The compression that the name tells of. What the first bytes tell decides; without either the file is
  /// not compressed.
  package var compression: Compression?
}

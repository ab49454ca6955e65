/// Opens files as streams of their decompressed bytes.
package enum ByteSources {
  /// The bytes of a file from its start.
  ///
  /// - Throws: `RefrainError` where it cannot be opened.
  static func open(_ file: InputFile) throws -> any ByteSource { try FileSource(file) }
}

extension Document {
  /// What the document is counted under where sources are compared: its source field; where it has none, the file
  /// its record stands in; where the whole file is the document, the folder that holds it.
  public var provenance: String {
    if let source, !source.isEmpty { return source }
    if origin.record != nil { return origin.path }
    guard let slash = origin.path.lastIndex(of: "/") else { return "." }
    return slash == origin.path.startIndex ? "/" : String(origin.path[..<slash])
  }
}

import CLibXML2

/// The attributes of a start tag, decoded when asked for. Valid only while the parser's call lasts.
struct HTMLAttributes: Sequence {
  /// Name, value, name, value … and null, as libxml2 hands them over; null where there are none.
  let pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// Names in lower case, values with their references resolved; a value that is not there is empty.
  func makeIterator() -> AnyIterator<(name: String, value: String)> {
    var next = pairs
    return AnyIterator {
      guard let pair = next, let name = pair[0] else { return nil }
      next = pair + 2
      return (String(cString: name), pair[1].map { String(cString: $0) } ?? "")
    }
  }

  /// The value of the first attribute of a name; nil where there is none.
  subscript(name: String) -> String? { first { $0.name == name }?.value }
}

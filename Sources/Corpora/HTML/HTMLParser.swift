import CLibXML2

/// Parses pages through libxml2's HTML parser, which mends what is broken.
///
/// The parser reports elements and characters as it meets them (SAX) and builds no tree: memory is a copy of
/// the page and the names of open elements, and no depth of nesting is too much.
enum HTMLParser {
  /// libxml2 counts in 32 bits.
  static let largestPage = Int(Int32.max)

  /// libxml2 wants to be set up once before threads use it.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses a page.
  ///
  /// - Parameter page: UTF-8 without NUL bytes.
  /// - Precondition: at most `largestPage` bytes.
  static func parse(_ page: UnsafeBufferPointer<UInt8>, into collector: HTMLTextCollector) {
    precondition(isReady && page.count <= largestPage, "a page of \(page.count) bytes")
    guard !page.isEmpty else { return }
    guard let context = htmlNewParserCtxt() else { preconditionFailure("no memory for libxml2") }
    defer { htmlFreeParserCtxt(context) }
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(collector).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    page.withMemoryRebound(to: CChar.self) { bytes in
      // Without a tree there is no document to return.
      _ = htmlCtxtReadMemory(context, bytes.baseAddress, Int32(bytes.count), nil, "UTF-8", Int32(options))
    }
  }

  private static var handler: htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      Unmanaged<HTMLTextCollector>.fromOpaque(context).takeUnretainedValue()
        .start(String(cString: name), HTMLAttributes(pairs: attributes))
    }
    handler.endElement = { context, name in
      guard let context, let name else { return }
      Unmanaged<HTMLTextCollector>.fromOpaque(context).takeUnretainedValue().end(String(cString: name))
    }
    // Scripts and styles come as CDATA; nobody listens to those.
    handler.cdataBlock = { _, _, _ in }
    handler.characters = { context, characters, count in
      guard let context else { return }
      Unmanaged<HTMLTextCollector>.fromOpaque(context).takeUnretainedValue()
        .characters(UnsafeBufferPointer(start: characters, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    return handler
  }
}

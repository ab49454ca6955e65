extension NPYHeader {
  /// Reads the description: a Python dictionary with the keys `descr`, `fortran_order` and `shape`.
  ///
  /// - Parameter description: what stands between the length and the numbers.
  /// - Throws: `NPYProblem` for anything but a matrix of little-endian Float32 or Float64, row by row.
  /// - Complexity: O(bytes).
  public init(description: some Collection<UInt8>) throws(NPYProblem) {
    var scanner = PythonLiteralScanner(description)
    var type: PythonLiteral?
    var order: PythonLiteral?
    var shape: PythonLiteral?
    guard scanner.take("{") else { throw .malformed }
    while !scanner.take("}") {
      guard case .string(let key)? = scanner.literal(), scanner.take(":") else { throw .malformed }
      guard let value = scanner.literal() else {
        throw key == "descr" ? .structured : .malformed
      }
      switch key {
      case "descr" where type == nil: type = value
      case "fortran_order" where order == nil: order = value
      case "shape" where shape == nil: shape = value
      default: throw .malformed
      }
      if !scanner.take(",") {
        guard scanner.take("}") else { throw .malformed }
        break
      }
    }
    guard scanner.isAtEnd, case .string(let name)? = type, case .boolean(let isFortran)? = order,
      case .integers(let sizes)? = shape
    else { throw .malformed }
    let element = try Self.element(name)
    guard sizes.count == 2 else { throw .notAMatrix(sizes) }
    guard !isFortran else { throw .fortranOrder }
    self.init(element: element, rowCount: sizes[0], columnCount: sizes[1])
    let (count, isTooLarge) = rowCount.multipliedReportingOverflow(by: columnCount)
    guard !isTooLarge, !count.multipliedReportingOverflow(by: element.byteCount).overflow else {
      throw NPYProblem(
        "the header claims \(rowCount) × \(columnCount) numbers, more than any memory holds",
        remedy: "write the file anew")
    }
    guard columnCount > 0 || rowCount == 0 else { throw .noColumns }
    guard columnCount <= Int32.max else {
      throw NPYProblem("rows of \(columnCount) numbers are too long", remedy: "at most 2147483647 columns")
    }
  }

  private static func element(_ name: String) throws(NPYProblem) -> Element {
    if let element = Element(rawValue: name) { return element }
    if name == ">f4" || name == ">f8" {
      throw NPYProblem(
        "the numbers are big-endian (\(name)), which is not supported",
        remedy: "numpy.save(\"vectors.npy\", x.astype(\"<\(name.dropFirst())\"))")
    }
    throw NPYProblem(
      "the numbers are of type ‘\(name)’; Float32 and Float64 are supported",
      remedy: remedy(ofType: name))
  }

  /// What turns an array of a type into one of Float32; the kind is the letter after the byte order.
  private static func remedy(ofType name: String) -> String {
    switch name.first(where: \.isLetter) {
    case "O":
      "numpy.save(\"vectors.npy\", numpy.stack(list(x)).astype(\"<f4\")), "
        + "with rows of numbers, all of one length"
    case "c":
      "real numbers, such as numpy.save(\"vectors.npy\", numpy.hstack([x.real, x.imag]).astype(\"<f4\"))"
    case "S", "U", "a": "a matrix of numbers; --ids FILE.txt takes names, one a line"
    case "V", "M", "m": "a matrix of numbers, one vector a row"
    default: "numpy.save(\"vectors.npy\", x.astype(\"<f4\"))"
    }
  }
}

extension NPYProblem {
  fileprivate static let malformed = NPYProblem(
    "the header is malformed", remedy: "write the file anew with numpy.save")

  fileprivate static let structured = NPYProblem(
    "the array has a structured type; Float32 and Float64 are supported",
    remedy: "numpy.save(\"vectors.npy\", y.astype(\"<f4\")) with "
      + "y = numpy.lib.recfunctions.structured_to_unstructured(x)")

  fileprivate static let fortranOrder = NPYProblem(
    "the matrix is stored column by column (Fortran order), which is not supported",
    remedy: "numpy.save(\"vectors.npy\", numpy.ascontiguousarray(x))")

  fileprivate static let noColumns = NPYProblem(
    "the vectors have no columns", remedy: "a matrix of at least one column")

  fileprivate static func notAMatrix(_ sizes: [Int]) -> NPYProblem {
    NPYProblem(
      "the array has \(sizes.count) dimension\(sizes.count == 1 ? "" : "s"), not two",
      remedy: "numpy.save(\"vectors.npy\", x) with a matrix x, one vector a row")
  }
}

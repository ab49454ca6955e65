import Foundation

/// The system's BLAS: the one place that calls it.
///
/// Tiles run as tasks of ours, so each call must stay on its own thread; `BLAS` makes sure of it before the first
/// product. Results may differ in the last bits from one provider to the next: they only ever propose.
public enum BLAS {
  /// Which library answers the calls.
  public struct Provider: Sendable, Hashable {
    /// A name for people: `OpenBLAS 0.3.21 …`, `reference BLAS`, or the library's file name.
    public var name: String
    /// The file of the shared library, if the system tells.
    public var libraryPath: String?
    /// Whether it is the slow reference implementation.
    public var isReference: Bool
  }

  /// The provider that the system's alternatives chose.
  public static let provider: Provider = findProvider()

  /// C ← A · Bᵀ, or C ← C + A · Bᵀ, row-major, on the calling thread.
  ///
  /// - Parameters:
  ///   - a: `rows` × `depth`.
  ///   - b: `columns` × `depth`.
  ///   - c: at least `rows` × `columns`, with rows `stride` apart.
  ///   - accumulate: whether the product is added to what stands in `c`.
  ///   - operandStride: how far rows of `a`, and rows of `b`, lie apart; nil: `depth`.
  /// - Complexity: 2 · rows · columns · depth floating-point operations.
  package static func multiplyByTransposed<Scalar: BLASScalar>(
    _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, into c: UnsafeMutablePointer<Scalar>,
    rows: Int, columns: Int, depth: Int, stride: Int, accumulate: Bool = false, operandStride: Int? = nil
  ) {
    guard rows > 0 && columns > 0 else { return }
    precondition(stride >= columns, "rows of \(columns) columns lie \(stride) apart")
    _ = singleThreaded
    let apart = Int32(max(1, operandStride ?? depth))
    Scalar.gemm(
      rows: Int32(rows), columns: Int32(columns), depth: Int32(depth), a, apart, b, apart,
      accumulate ? 1 : 0, c, Int32(stride))
  }

  // Runs once. Providers without such a function are single-threaded or follow the environment.
  private static let singleThreaded: Bool = {
    for name in ["openblas_set_num_threads", "MKL_Set_Num_Threads", "bli_thread_set_num_threads"] {
      if let setThreads = function(name, as: (@convention(c) (Int32) -> Void).self) {
        setThreads(1)
        return true
      }
    }
    return false
  }()

  private static func findProvider() -> Provider {
    let path = libraryPath()
    typealias GetConfiguration = @convention(c) () -> UnsafePointer<CChar>?
    if let configuration = function("openblas_get_config", as: GetConfiguration.self) {
      let name = configuration().map { String(cString: $0) }
      return Provider(name: name ?? "OpenBLAS", libraryPath: path, isReference: false)
    }
    if symbol("MKL_Set_Num_Threads") != nil {
      return Provider(name: "MKL", libraryPath: path, isReference: false)
    }
    if symbol("bli_thread_set_num_threads") != nil {
      return Provider(name: "BLIS", libraryPath: path, isReference: false)
    }
    #if canImport(Darwin)
      return Provider(name: "Accelerate", libraryPath: path, isReference: false)
    #else
      return Provider(name: "reference BLAS", libraryPath: path, isReference: true)
    #endif
  }

  private static func symbol(_ name: String) -> UnsafeMutableRawPointer? { dlsym(nil, name) }

  // The type is the C signature that the provider documents for the name; dlsym knows none.
  private static func function<Signature>(_ name: String, as type: Signature.Type) -> Signature? {
    symbol(name).map { unsafeBitCast($0, to: type) }
  }

  private static func libraryPath() -> String? {
    // Swift's Glibc overlay lacks dladdr, so the loader's map tells which file the symbol lies in.
    guard let gemm = symbol("cblas_sgemm"), let maps = memoryMap() else { return nil }
    let address = UInt(bitPattern: gemm)
    for line in maps.split(separator: "\n") {
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      if ends.count == 2, fields.count >= 6, ends[0] <= address, address < ends[1] {
        return String(fields[5])
      }
    }
    return nil
  }

  private static func memoryMap() -> String? {
    // Foundation takes the first short read for the end, and the kernel hands out this file page by page.
    guard let file = fopen("/proc/self/maps", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}

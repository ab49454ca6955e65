/// The compiler that built this.
enum SwiftVersion {
  /// Its version. The language tells it at build time only, and only by comparison; the last case is open.
  static var current: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3.4)
      "6.3.4 or later"
    #elseif compiler(>=6.3.3)
      "6.3.3"
    #elseif compiler(>=6.3.2)
      "6.3.2"
    #elseif compiler(>=6.3.1)
      "6.3.1"
    #elseif compiler(>=6.3)
      "6.3"
    #elseif compiler(>=6.2)
      "6.2"
    #else
      "6.1"
    #endif
  }
}

/// What a byte can be in the ASCII tokeniser; one table look-up a byte.
struct ByteClass: OptionSet {
  let rawValue: UInt16

  static let letter = ByteClass(rawValue: 1)
  static let digit = ByteClass(rawValue: 2)
  /// `_`, the only ExtendNumLet of ASCII.
  static let underscore = ByteClass(rawValue: 4)
  /// Joins two letters: MidNumLet and Single_Quote. (MidLetter's colon is tailored away, as in CLDR's root.)
  static let betweenLetters = ByteClass(rawValue: 8)
  /// Joins two digits: MidNum, MidNumLet and Single_Quote.
  static let betweenDigits = ByteClass(rawValue: 16)
  /// White space, which ends a chunk.
  static let space = ByteClass(rawValue: 32)
  /// Part of a character outside ASCII.
  static let nonASCII = ByteClass(rawValue: 64)
  /// `:` and `@`, without which a chunk holds no address but `www.…`.
  static let addressMark = ByteClass(rawValue: 128)
  static let letterW = ByteClass(rawValue: 256)
  static let fullStop = ByteClass(rawValue: 512)
  /// `+`, `-`, `.` and what else a URL scheme may hold.
  static let scheme = ByteClass(rawValue: 1024)
  /// Ends a URL.
  static let endsURL = ByteClass(rawValue: 2048)

  static let word: ByteClass = [.letter, .digit, .underscore]
  static let alphanumeric: ByteClass = [.letter, .digit]

  /// The class of every byte.
  static let table: [ByteClass] = (0..<256).map { ByteClass(classifying: UInt8($0)) }

  private init(classifying byte: UInt8) {
    var classes: ByteClass = []
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      classes = [.letter, .scheme]
    case UInt8(ascii: "0")...UInt8(ascii: "9"): classes = [.digit, .scheme]
    case UInt8(ascii: "_"): classes = .underscore
    case UInt8(ascii: "."): classes = [.betweenLetters, .betweenDigits, .fullStop, .scheme]
    case UInt8(ascii: "'"): classes = [.betweenLetters, .betweenDigits]
    case UInt8(ascii: ","), UInt8(ascii: ";"): classes = .betweenDigits
    case UInt8(ascii: ":"), UInt8(ascii: "@"): classes = .addressMark
    case UInt8(ascii: "+"), UInt8(ascii: "-"): classes = .scheme
    case 9...13, UInt8(ascii: " "): classes = .space
    case 0x80...: classes = .nonASCII
    default: break
    }
    if byte | 0x20 == UInt8(ascii: "w") { classes.insert(.letterW) }
    if byte <= 0x20 || byte == 0x7F || "<>\"`{}|\\^".utf8.contains(byte) { classes.insert(.endsURL) }
    self = classes
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  @inline(__always)
  func meets(_ other: ByteClass) -> Bool { rawValue & other.rawValue != 0 }
}

import CUnistring

/// What a code point can be in the Unicode tokeniser.
struct CharacterClass: OptionSet {
  let rawValue: UInt8

  /// A letter or number: general category L or N.
  static let alphanumeric = CharacterClass(rawValue: 1)
  /// A mark (general category M).
  static let mark = CharacterClass(rawValue: 2)
  /// ExtendNumLet, which joins words as the underscore does.
  static let underscore = CharacterClass(rawValue: 4)
  /// Invisible to word breaking: Extend, Format or ZWJ.
  static let ignoredByWords = CharacterClass(rawValue: 8)
  /// A letter of a script that is cut into overlapping pairs of characters.
  static let bigramLetter = CharacterClass(rawValue: 16)
  /// Belongs to the grapheme cluster before it.
  static let continuesCluster = CharacterClass(rawValue: 32)
  /// Forms a cluster of its own among letters of its kind: Han, kana and Hangul syllables without marks.
  static let plainBigramLetter = CharacterClass(rawValue: 64)
  /// A symbol (general category S).
  static let symbol = CharacterClass(rawValue: 128)

  /// The class of a code point: a table for the Basic Multilingual Plane, computed above it.
  @inline(__always)
  static func of(_ character: UInt32) -> CharacterClass {
    character < 0x10000 ? table[Int(character)] : CharacterClass(classifying: character)
  }

  private static let table: [CharacterClass] = (0..<0x10000).map { CharacterClass(classifying: $0) }

  private static let bigramScripts: Set<String> = [
    "Han", "Hiragana", "Katakana", "Hangul", "Thai", "Lao", "Khmer", "Myanmar",
  ]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  private init(classifying character: UInt32) {
    var classes: CharacterClass = []
    if Self.has(character, UC_CATEGORY_MASK_L) || Self.has(character, UC_CATEGORY_MASK_N) {
      classes.insert(.alphanumeric)
    }
    if Self.has(character, UC_CATEGORY_MASK_M) { classes.insert(.mark) }
    if Self.has(character, UC_CATEGORY_MASK_S) { classes.insert(.symbol) }
    switch Int(uc_wordbreak_property(character)) {
    case WBP_EXTENDNUMLET: classes.insert(.underscore)
    case WBP_EXTEND, WBP_FORMAT, WBP_ZWJ: classes.insert(.ignoredByWords)
    default: break
    }
    switch Int(uc_graphemeclusterbreak_property(character)) {
    case GBP_EXTEND, GBP_SPACINGMARK, GBP_ZWJ: classes.insert(.continuesCluster)
    default: break
    }
    if Self.isBigramLetter(character) { classes.insert(.bigramLetter) }
    switch character {
    case 0x3041...0x3096, 0x30A1...0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      if classes.contains(.bigramLetter) { classes.insert(.plainBigramLetter) }
    default: break
    }
    self = classes
  }

  private static func isBigramLetter(_ character: UInt32) -> Bool {
    switch character {
    case ..<0x0E00: return false
    // Letters shared by kana and Han: the closing mark, iteration and length marks.
    case 0x3006, 0x3031...0x3035, 0x303C, 0x30FC, 0xFF70: return true
    default:
      // Marks open no run, and the digits of these scripts are numbers as everywhere.
      guard has(character, UC_CATEGORY_MASK_L) || has(character, UC_CATEGORY_MASK_Nl) else { return false }
      return bigramScripts.contains(String(cString: refrain_script_name(character)))
    }
  }

  private static func has(_ character: UInt32, _ category: Int) -> Bool {
    uc_is_general_category_withtable(character, UInt32(truncatingIfNeeded: category))
  }
}

import AnalysisModel
import Yams

/// The metadata in a Markdown file's YAML block.
struct FrontMatter {
  /// Why a block is no metadata.
  struct Problem: Error {
    var message: String
  }

  private(set) var id: String?
  private(set) var title: String?
  private(set) var date: String?
  private(set) var source: String?
  /// What is to be said about single fields.
  private(set) var notes: [String] = []

  /// More than any front matter needs; what is longer is text between two rules.
  private static let largestBlock = 1 << 16
  /// Aliases of aliases stand for exponentially large nodes; metadata has next to none.
  private static let mostAliases = 20

  /// Reads the fields that the options name. Scalars are taken as spelled: a date stays `2024-03-01`.
  init(yaml: String, options: InputOptions) throws(Problem) {
    guard yaml.utf8.count <= Self.largestBlock else { throw Problem(message: "it is too long") }
    guard Self.aliasBound(of: yaml) <= Self.mostAliases
    else { throw Problem(message: "it has too many aliases") }
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw Problem(message: "it is no YAML (\(Self.words(for: error)))")
    }
    guard let root, root.null == nil else { return }
    guard let mapping = root.mapping else { throw Problem(message: "it holds no fields") }
    id = field(.id, of: mapping, options)
    title = field(.title, of: mapping, options)
    date = field(.date, of: mapping, options)
    source = field(.source, of: mapping, options)
  }

  private mutating func field(
    _ field: RecordField, of mapping: Node.Mapping, _ options: InputOptions
  ) -> String? {
    let name = field.name(in: options)
    let found = mapping.first { $0.key.scalar?.string == name }?.value
    guard let node = found, node.null == nil else { return nil }
    guard let scalar = node.scalar else {
      notes.append("‘\(name)’ in the front matter is a list or a mapping and was passed over")
      return nil
    }
    return scalar.string
  }

  /// How many `*name` there may be: what stands like one outside of quotes, and some that stand within.
  private static func aliasBound(of yaml: String) -> Int {
    var aliases = 0
    var previous = UInt8(ascii: " ")
    for byte in yaml.utf8 {
      if byte == UInt8(ascii: "*"), previous != byte, !isWordByte(previous) { aliases += 1 }
      previous = byte
    }
    return aliases
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func words(for error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      // The block's first line is the second of the file.
      "\(problem), line \(mark.line + 1)"
    case .reader(let problem, _, _, _)?: problem
    case .duplicatedKeysInMapping?: "a field is given twice"
    default: "the parser gave up"
    }
  }
}

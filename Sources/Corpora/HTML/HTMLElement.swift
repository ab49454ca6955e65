/// What an element means for the text inside it.
struct HTMLTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Starts and ends a paragraph.
  static let block = HTMLTraits(rawValue: 1)
  /// Holds nothing that a reader sees as text.
  static let unread = HTMLTraits(rawValue: 1 << 1)
  /// Stands around what the page is about: menus, headers, footers, forms.
  static let furniture = HTMLTraits(rawValue: 1 << 2)
  /// Keeps its line ends and spaces.
  static let preformatted = HTMLTraits(rawValue: 1 << 3)
  /// Leads elsewhere.
  static let link = HTMLTraits(rawValue: 1 << 4)
  /// Is marked as what the page is about.
  static let main = HTMLTraits(rawValue: 1 << 5)

  /// What holds for everything inside such an element as well.
  static let inherited: HTMLTraits = [.unread, .furniture, .preformatted, .link, .main]
}

/// The elements of HTML, as far as they matter for text. All others stand within a line.
enum HTMLElement {
  /// The traits of an element by its name, in lower case.
  static func traits(of name: String) -> HTMLTraits { table[name] ?? [] }

  private static let table: [String: HTMLTraits] = {
    var table: [String: HTMLTraits] = [:]
    func add(_ traits: HTMLTraits, _ names: String) {
      for name in names.split(separator: " ") { table[String(name)] = traits }
    }
    add(
      .block,
      "address blockquote body caption center dd details dir div dl dt fieldset figcaption figure frameset "
        + "h1 h2 h3 h4 h5 h6 hgroup hr html legend li ol p search section summary table tbody td tfoot th "
        + "thead tr ul")
    add([.block, .main], "article main")
    add([.block, .preformatted], "listing plaintext pre xmp")
    add(
      [.block, .unread],
      "applet audio canvas datalist embed frame head iframe map noembed noframes noscript object script "
        + "style svg template title video")
    add(
      [.block, .furniture],
      "aside button dialog footer form header menu nav optgroup option select textarea")
    return table
  }()

  /// The landmarks of WAI-ARIA that stand around a page's content.
  private static let furnitureRoles: Set = [
    "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "toolbar",
  ]

  /// The traits of an element with these attributes in its surroundings.
  static func traits(of name: String, _ attributes: HTMLAttributes, inside outer: HTMLTraits) -> HTMLTraits {
    var traits = Self.traits(of: name)
    // The header of an article holds its headline and its date.
    if name == "header", outer.contains(.main) { traits.remove(.furniture) }
    if name != "html", name != "body" {
      for (attribute, value) in attributes {
        switch attribute {
        case "href": if name == "a" { traits.insert(.link) }
        case "hidden": traits.insert(.unread)
        case "style": if hides(value) { traits.insert(.unread) }
        case "role":
          if furnitureRoles.contains(value.lowercased()) { traits.formUnion([.block, .furniture]) }
          if value.lowercased() == "main" { traits.formUnion([.block, .main]) }
        default: break
        }
      }
    }
    return traits.union(outer.intersection(.inherited))
  }

  private static func hides(_ style: String) -> Bool {
    let declarations = style.lowercased().filter { !$0.isWhitespace }
    return declarations.contains("display:none") || declarations.contains("visibility:hidden")
  }
}

/// Tells what a page is about from what stands around it.
enum BoilerplateFilter {
  /// Fewer words are no text worth having where the page holds more.
  private static let fewestWords = 10

  /// The blocks that make up the page's text, in order.
  ///
  /// Left out is what stands in menus, headers, footers and forms, and what `isContent` takes for
  /// boilerplate. A page of which that leaves fewer than ten words is read with less rigour, as far as
  /// needed: first without regard to where a block stands, then without regard to what it looks like, and at
  /// last as a whole. O(blocks).
  static func content(of blocks: [HTMLPage.Block]) -> [HTMLPage.Block] {
    for (leavesOutFurniture, judges) in [(true, true), (false, true), (true, false)] {
      let kept = blocks.indices.filter { index in
        !(leavesOutFurniture && blocks[index].isFurniture) && (!judges || isContent(index, in: blocks))
      }
      if kept.reduce(0, { $0 + blocks[$1].words }) >= fewestWords { return kept.map { blocks[$0] } }
    }
    return blocks
  }

  /// Whether a block looks like content: by how many words it has, how many of those are links, and the same
  /// of its neighbours.
  ///
  /// The decision tree over words and link density of Kohlschütter, Fankhauser and Nejdl, "Boilerplate
  /// detection using shallow text features", WSDM 2010; its cuts were learned there from news pages. In what
  /// a page itself marks as its content only the links count, since short paragraphs are nothing odd there.
  private static func isContent(_ index: Int, in blocks: [HTMLPage.Block]) -> Bool {
    let block = blocks[index]
    if linkDensity(block) > 1.0 / 3 { return false }
    if block.isMain { return true }
    let next = index + 1 < blocks.count ? blocks[index + 1].words : 0
    let previous = index > 0 ? blocks[index - 1] : nil
    if let previous, linkDensity(previous) > 5.0 / 9 { return block.words > 40 || next > 17 }
    return block.words > 16 || next > 15 || (previous?.words ?? 0) > 4
  }

  private static func linkDensity(_ block: HTMLPage.Block) -> Double {
    Double(block.linkedWords) / Double(block.words)
  }
}

import Testing

/// Edges take in what is equal around all places, and nothing else.
struct PassageEdgesTests {
  @Test func takesInClosingPunctuation() async throws {
    try await MarkedText(texts: ["x «one two three four.» y", "z «one two three four.» w"]).expectOnePassage()
  }

  @Test func takesInOpeningQuotationMarksOfSeveralBytes() async throws {
    try await MarkedText(texts: ["x «“one two three four”» y", "z «“one two three four”» w"])
      .expectOnePassage()
  }

  @Test func takesInMarkup() async throws {
    try await MarkedText(texts: ["x «**one two three four**» y", "z «**one two three four**» w"])
      .expectOnePassage()
  }

  @Test func leavesOutWhatDiffers() async throws {
    try await MarkedText(texts: ["x *“«one two three four!»? y", "z -‘«one two three four!». w"])
      .expectOnePassage()
  }

  @Test func stopsAtAPartOfACharacter() async throws {
    // “ and ” share their first two bytes.
    try await MarkedText(texts: ["x «one two three four»” y", "z «one two three four»“ w"]).expectOnePassage()
  }

  @Test func stopsAtWhiteSpace() async throws {
    try await MarkedText(texts: ["x - «one two three four» - y", "z - «one two three four» - w"])
      .expectOnePassage()
    try await MarkedText(texts: [
      "x -\u{a0}«one two three four»\u{3000}- y", "z -\u{a0}«one two three four»\u{3000}- w",
    ])
    .expectOnePassage()
  }

  @Test func stopsAtTheNextToken() async throws {
    try await MarkedText(texts: ["x/«/one two three four/»y", "z-«/one two three four/»w"]).expectOnePassage()
  }

  @Test func stopsAtTheEndsOfTheField() async throws {
    try await MarkedText(texts: ["«one two three four»", "(«one two three four»)"]).expectOnePassage()
    try await MarkedText(texts: ["«(one two three four)»", "«(one two three four)»"]).expectOnePassage()
  }

  @Test func sharesTheMarksBetweenNeighboursWithoutOverlap() async throws {
    try await MarkedText(texts: ["*«one two three four*»«one two three four*» x"]).expectOnePassage()
    try await MarkedText(texts: ["«*one two three four*» «*one two three four*» x"]).expectOnePassage()
  }

  @Test func keepsPunctuationInside() async throws {
    try await MarkedText(texts: ["x «One, two; THREE – four» y", "z «one two\nthree 'four»' w"])
      .expectOnePassage()
  }
}

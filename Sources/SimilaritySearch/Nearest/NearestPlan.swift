/// How the candidates for the nearest rows are found.
///
/// - *Tiles* score every pair through dense products; their cost depends on the sizes alone.
/// - *Bounded* multiplies frequent columns only for pairs that may count. It wins on rows of words, whose frequent
///   columns weigh little, and loses on dense rows.
enum NearestPlan: Sendable, CaseIterable {
  case tiles
  case bounded
}

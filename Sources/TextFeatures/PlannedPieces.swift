/// The pieces of a plan, back in the plan's order, each with the worker that made it.
struct PlannedPieces<Piece: Sendable>: Sendable {
  let inOrder: [(worker: Int, piece: Piece)]

  /// Puts the pieces of all workers in order.
  ///
  /// - Precondition: together they are the plan's `count` pieces.
  init(_ workers: [[(number: Int, piece: Piece)]], count: Int) {
    var places = [(worker: Int, index: Int)](repeating: (-1, 0), count: count)
    for (worker, pieces) in workers.enumerated() {
      for (index, piece) in pieces.enumerated() { places[piece.number] = (worker, index) }
    }
    precondition(places.allSatisfy { $0.worker >= 0 }, "a piece is missing")
    inOrder = places.map { ($0.worker, workers[$0.worker][$0.index].piece) }
  }
}

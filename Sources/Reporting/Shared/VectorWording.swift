/// Says what is odd about vectors.
public enum VectorWording {
  /// `2 of 1,000 vectors`.
  public static func zeroRows(_ zeros: Int, of count: Int) -> String {
    "\(Wording.grouped(zeros)) of \(Wording.counted(count, "vector"))"
  }
}

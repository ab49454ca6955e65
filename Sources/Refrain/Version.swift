/// The version of the package, as `refrain --version` prints it.
public enum RefrainVersion {
  /// Semantic version.
  public static let current = "0.1.0"
}

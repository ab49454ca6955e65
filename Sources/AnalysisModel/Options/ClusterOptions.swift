/// How documents are grouped into topics and events.
public struct ClusterOptions: Sendable, Hashable, Codable {
  /// How many topics to make; nil lets the documents decide.
  public var topics: Int?
  /// Two clusters join into one topic while the mean cosine between their members is at least this.
  /// nil takes the documented default of the engine.
  public var topicCut: Double?
  /// The same for events; nil takes the documented default of the engine.
  public var eventCut: Double?

  /// The defaults of the command.
  public init() {}
}

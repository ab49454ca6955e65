/// Topics (what it is about) and the events (what happened, when) inside them.
public struct ClusterFindings: Sendable, Hashable {
  /// Topics, largest first, then by first document. Every document is in exactly one.
  public var topics: [Topic]
  /// Events, by topic, then largest first, then by first document. Every document is in exactly one.
  public var events: [Event]
  /// The rule by which events were told apart, with the cuts used, in one or two sentences.
  public var eventRule: String
  /// The same for topics.
  public var topicRule: String

  /// Findings of one run.
  public init(topics: [Topic], events: [Event], topicRule: String, eventRule: String) {
    self.topics = topics
    self.events = events
    self.topicRule = topicRule
    self.eventRule = eventRule
  }
}

/// Documents about the same thing.
public struct Topic: Sendable, Hashable {
  /// 1-based, in output order.
  public var number: Int
  /// A few keywords in one line.
  public var label: String
  /// What sets the topic apart, heaviest first.
  public var keywords: [Keyword]
  /// Document indexes, ascending.
  public var members: [Int]
  /// The member nearest to all the others.
  public var representative: Int
  /// Mean cosine between two different members; nil for one member.
  public var cohesion: Double?

  /// A topic with its label.
  public init(
    number: Int, label: String, keywords: [Keyword], members: [Int], representative: Int,
    cohesion: Double?
  ) {
    self.number = number
    self.label = label
    self.keywords = keywords
    self.members = members
    self.representative = representative
    self.cohesion = cohesion
  }
}

/// Documents that tell of the same happening.
public struct Event: Sendable, Hashable {
  /// 1-based, in output order; numbers run through all topics.
  public var number: Int
  /// The number of the topic the event belongs to.
  public var topic: Int
  /// The representative's title, else keywords.
  public var label: String
  /// What sets the event apart within its topic, heaviest first.
  public var keywords: [Keyword]
  /// Document indexes, ascending.
  public var members: [Int]
  /// The member nearest to all the others.
  public var representative: Int
  /// The member with the earliest known date; nil where no member has one.
  public var earliest: Int?
  /// The first and the last known day of its members.
  public var firstDate: PartialDate?
  /// The last known day of its members.
  public var lastDate: PartialDate?
  /// Mean cosine between two different members; nil for one member.
  public var cohesion: Double?

  /// An event with its label and span.
  public init(
    number: Int, topic: Int, label: String, keywords: [Keyword], members: [Int], representative: Int,
    earliest: Int?, firstDate: PartialDate?, lastDate: PartialDate?, cohesion: Double?
  ) {
    self.number = number
    self.topic = topic
    self.label = label
    self.keywords = keywords
    self.members = members
    self.representative = representative
    self.earliest = earliest
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.cohesion = cohesion
  }
}

/// A term that sets a cluster apart.
public struct Keyword: Sendable, Hashable {
  /// The term as most often written in the cluster.
  public var term: String
  /// Its class-based TF-IDF weight; only the order has a meaning.
  public var weight: Double
  /// In how many of the cluster's documents it stands.
  public var documents: Int

  /// A keyword with its weight.
  public init(term: String, weight: Double, documents: Int) {
    self.term = term
    self.weight = weight
    self.documents = documents
  }
}

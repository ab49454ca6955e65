/// What a benchmark measured on one machine, with one BLAS, on one corpus.
///
/// Unlike findings, these figures differ from run to run: they are the only output that depends on the clock.
public struct BenchmarkRun: Sendable, Hashable, Codable {
  /// The schema that this version writes and reads.
  public static let currentSchemaVersion = 1

  /// The schema of this value.
  public var schemaVersion = currentSchemaVersion
  /// The version of Refrain that was timed.
  public var refrain: String
  /// Where it ran.
  public var machine: MachineDescription
  /// The version of the Swift compiler that built it.
  public var swift: String
  /// The BLAS that answered, and how fast it is.
  public var blas: BLASMeasurement
  /// How many threads the stages used.
  public var threads: Int
  /// How often each stage was timed, after one run to warm up.
  public var runs: Int
  /// What was worked on.
  public var corpus: BenchmarkedCorpus
  /// The stages on the whole corpus, in the order of the work.
  public var stages: [StageTiming]
  /// The same stages on nested samples; empty where none were asked for.
  public var scaling: [ScalingCurve]
  /// What a reader must know to judge the figures: stages left out or cut short, and why.
  public var notes: [String]

  /// A run with all its figures.
  public init(
    refrain: String, machine: MachineDescription, swift: String, blas: BLASMeasurement, threads: Int,
    runs: Int, corpus: BenchmarkedCorpus, stages: [StageTiming], scaling: [ScalingCurve], notes: [String]
  ) {
    self.refrain = refrain
    self.machine = machine
    self.swift = swift
    self.blas = blas
    self.threads = threads
    self.runs = runs
    self.corpus = corpus
    self.stages = stages
    self.scaling = scaling
    self.notes = notes
  }
}

/// The machine that a benchmark ran on.
public struct MachineDescription: Sendable, Hashable, Codable {
  /// The processor's name as it tells itself.
  public var cpu: String
  /// How many cores are active, hardware threads included.
  public var cores: Int
  /// The main memory.
  public var memoryBytes: UInt64
  /// The operating system with its version.
  public var system: String

  /// A machine.
  public init(cpu: String, cores: Int, memoryBytes: UInt64, system: String) {
    self.cpu = cpu
    self.cores = cores
    self.memoryBytes = memoryBytes
    self.system = system
  }
}

/// Which BLAS answered, and how fast it multiplies matrices here.
public struct BLASMeasurement: Sendable, Hashable, Codable {
  /// The provider's name for people.
  public var name: String
  /// The file of the shared library, if the system tells.
  public var library: String?
  /// The rate of matrix products, by precision and number of threads.
  public var gigaflops: [Rate]

  /// A provider and its rates.
  public init(name: String, library: String?, gigaflops: [Rate]) {
    self.name = name
    self.library = library
    self.gigaflops = gigaflops
  }

  /// The best rate of several products of square matrices.
  public struct Rate: Sendable, Hashable, Codable {
    /// The type of the numbers.
    public var precision: Precision
    /// How many threads multiplied at a time, each its own matrices.
    public var threads: Int
    /// 10⁹ floating-point operations a second, all threads together.
    public var value: Double

    /// A rate.
    public init(precision: Precision, threads: Int, value: Double) {
      self.precision = precision
      self.threads = threads
      self.value = value
    }
  }

  /// A type of number.
  public enum Precision: String, Sendable, Hashable, Codable, CaseIterable {
    /// 32 bits.
    case float32
    /// 64 bits.
    case float64
  }

  /// The best rate of a precision on up to a number of threads, if any was measured.
  ///
  /// More threads than free cores can be slower than one, so that the rate on all of them is no peak.
  public func peak(_ precision: Precision, upTo threads: Int) -> Double? {
    gigaflops.lazy.filter { $0.precision == precision && $0.threads <= threads }.map(\.value).max()
  }
}

import AnalysisModel
import Execution
import Foundation

/// Reads documents from files, folders and standard input.
///
/// Kinds of file, by extension: `.txt`, `.md`/`.markdown` and `.html`/`.htm`, one document a file;
/// `.jsonl`/`.ndjson`, `.csv` and `.tsv`, one document a record; each of them also with `.gz` or `.zst` after
/// it. Whether a file is compressed is seen from its first bytes. Documents come in the order of the paths;
/// inside a folder files are read in the order of their path's bytes, with hidden files and folders left out
/// and every folder read once, however many links lead to it.
///
/// Where the options say to skip errors, a bad record is left out, and so is a file that is come upon in a
/// folder and cannot be read as its extension says: binary, JSON lines or a table in UTF-16, a table without
/// its text column, not to be opened. Each counts as one rejected record and gets one warning. So does the
/// rest of a file that cannot be read or decompressed to its end. A folder inside a folder that cannot be
/// listed gets a warning. A path that the user names must be readable all the same, at least at its start;
/// but a file that is one document is a record itself.
///
/// Files are read, and decompressed, as streams in blocks; blocks of JSON lines and whole files of other
/// kinds are decoded on several threads. The corpus is the same on any number of them.
public struct CorpusReader: Sendable {
  private let options: InputOptions
  private let parallelism: Parallelism

  /// A reader.
  ///
  /// - Parameters:
  ///   - options: field names, format and what to do about bad records and repeated ids.
  ///   - parallelism: how many blocks are decoded at a time; all cores by default.
  public init(
    options: InputOptions = InputOptions(),
    parallelism: Parallelism = Parallelism(threads: ProcessInfo.processInfo.activeProcessorCount)
  ) {
    self.options = options
    self.parallelism = parallelism
  }

  /// Reads all documents of the given paths.
  ///
  /// Costs O(bytes) time; memory is the documents' text and a few blocks.
  ///
  /// - Parameters:
  ///   - paths: files, folders, or `-` for standard input, which is JSON lines unless the options name a
  ///     format.
  ///   - standardInput: what `-` stands for.
  ///   - progress: told of the stage "reading", in bytes; the total is nil where a size is unknown.
  /// - Returns: the documents with ids that are unique, an account that balances, and warnings about the data
  ///   in the order of the documents.
  /// - Throws: `RefrainError` for a path that cannot be read or holds no documents, for a repeated id unless
  ///   the options say otherwise, for the first bad record unless the options say to skip those, and where
  ///   all records were bad;
  ///   `CancellationError` when the surrounding task is cancelled.
  public func read(
    _ paths: [String], standardInput: FileHandle = .standardInput, progress: ProgressHandler? = nil
  ) async throws -> Corpus {
    let listing = try InputListing(
      paths: paths, options: options, standardInput: standardInput.fileDescriptor)
    var assembly = CorpusAssembly(listing: listing, options: options, progress: progress)
    try await decode(listing.files, into: &assembly)
    withExtendedLifetime(standardInput) {}
    return try assembly.finish()
  }

  /// Reads all documents of the given paths, so that their records can be copied afterwards.
  ///
  /// Standard input is first copied into a temporary file.
  ///
  /// - Parameters: as for `read`.
  /// - Throws: as `read`, and `RefrainError` for a pipe or device that is named as a path: it can be read only once.
  public func reading(
    _ paths: [String], standardInput: FileHandle = .standardInput, progress: ProgressHandler? = nil
  ) async throws -> CorpusReading {
    let spool = paths.contains("-") ? try SpooledInput(copying: standardInput.fileDescriptor) : nil
    let listing = try InputListing(
      paths: paths, options: options, standardInput: spool?.descriptor ?? standardInput.fileDescriptor)
    let stamps = try listing.files.map(Self.stamp)
    var assembly = CorpusAssembly(listing: listing, options: options, progress: progress)
    try await decode(listing.files, into: &assembly)
    withExtendedLifetime(standardInput) {}
    let traces = assembly.traces
    return CorpusReading(
      corpus: try assembly.finish(),
      files: listing.files.indices.map {
        CorpusReading.ReadFile(input: listing.files[$0], stamp: stamps[$0], trace: traces[$0])
      },
      spool: spool)
  }

  private static func stamp(_ file: InputFile) throws -> FileStamp? {
    guard case .path(let path) = file.location, let stamp = FileStamp(path) else { return nil }
    guard stamp.isFile else {
      throw RefrainError(
        "a pipe or device can be read only once, and its records have to be copied afterwards",
        path: file.path, remedy: "give it as standard input (-), which is kept in a temporary file")
    }
    return stamp
  }

  /// Decodes jobs in parallel while this task cuts the next ones, and takes the parts in order.
  private func decode(_ files: [InputFile], into assembly: inout CorpusAssembly) async throws {
    let decoder = try FileDecoder(files: files, options: options)
    var plan = ReadingPlan(files: files)
    if parallelism.threads == 1 {
      while let job = plan.next() {
        try Task.checkCancellation()
        try assembly.add(decoder.decode(job))
      }
      return
    }
    var parts = OrderedParts()
    try await withThrowingTaskGroup(of: (Int, [DecodedPart]).self) { group in
      var number = 0
      var running = 0
      // After a failure nothing more is started; what was started before it still comes first.
      while !parts.hasFailure, let job = plan.next() {
        try Task.checkCancellation()
        if running == parallelism.threads, let (number, decoded) = try await group.next() {
          running -= 1
          try parts.add(decoded, number: number) { try assembly.add($0) }
        }
        group.addTask { [number] in (number, decoder.decode(job)) }
        number += 1
        running += 1
      }
      while let (number, decoded) = try await group.next() {
        try parts.add(decoded, number: number) { try assembly.add($0) }
      }
    }
    try Task.checkCancellation()
  }
}

/// Holds back parts that are decoded before their turn.
private struct OrderedParts {
  private var early: [Int: [DecodedPart]] = [:]
  private var turn = 0
  /// Whether any part, in its turn or early, ended in an error.
  private(set) var hasFailure = false

  mutating func add(
    _ parts: [DecodedPart], number: Int, take: ([DecodedPart]) throws -> Void
  ) throws {
    hasFailure = hasFailure || parts.contains { $0.failure != nil }
    early[number] = parts
    while let parts = early.removeValue(forKey: turn) {
      try take(parts)
      turn += 1
    }
  }
}

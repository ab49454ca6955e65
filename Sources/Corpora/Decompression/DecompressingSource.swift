import AnalysisModel

/// The decompressed bytes of another source, with all members of its stream one after another.
///
/// What was decompressed before damage or a missing end is handed out before the error is thrown. Zero bytes
/// after the last member are padding; anything else there is left out with a remark, as `gzip` does. Memory
/// is a buffer and the format's window.
final class DecompressingSource: ByteSource {
  private enum State { case betweenMembers, insideMember, ended }

  /// Some hundred thousand bytes at a time make the calls of the system cheap.
  private static let inputSize = 1 << 17

  private var source: any ByteSource
  private let codec: any StreamCodec
  private let compression: Compression
  private let path: String
  private var input = [UInt8](repeating: 0, count: DecompressingSource.inputSize)
  /// Where in the input that lies which has been read and not yet been decompressed.
  private var unread = 0..<0
  private var sourceHasEnded = false
  private var state = State.betweenMembers
  private var failure: RefrainError?
  private(set) var remark: String?

  /// A decompressor at the start of a stream.
  ///
  /// - Parameter path: the file in messages.
  init(_ source: any ByteSource, compression: Compression, path: String) {
    self.source = source
    self.compression = compression
    self.path = path
    codec =
      switch compression {
      case .gzip: GzipCodec()
      case .zstandard: ZstandardCodec()
      }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !buffer.isEmpty else { return 0 }
    while true {
      if let failure { throw failure }
      switch state {
      case .ended: return 0
      case .betweenMembers: try beginMember()
      case .insideMember:
        let produced = try decode(into: buffer)
        if produced > 0 { return produced }
      }
    }
  }

  private func decode(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if unread.isEmpty { try refill() }
    let waiting = unread
    let step = input.withUnsafeBytes {
      codec.decode(UnsafeRawBufferPointer(rebasing: $0[waiting]), into: buffer)
    }
    unread = waiting.lowerBound + step.consumed..<waiting.upperBound
    if let words = step.problem {
      failure = error("the \(compression.name) stream is damaged (\(words))")
    } else if step.endsMember {
      state = .betweenMembers
    } else if step.produced == 0, unread.isEmpty, sourceHasEnded {
      failure = error("the \(compression.name) stream is cut short")
    }
    return step.produced
  }

  private func beginMember() throws {
    while unread.count < Compression.signatureLength, !sourceHasEnded { try refill() }
    if Compression(startOf: input[unread]) == compression {
      codec.reset()
      state = .insideMember
    } else {
      try passOverRest()
      state = .ended
    }
  }

  private func passOverRest() throws {
    var count = 0
    var isPadding = true
    while !unread.isEmpty {
      count += unread.count
      isPadding = isPadding && input[unread].allSatisfy { $0 == 0 }
      unread = 0..<0
      try refill()
    }
    if isPadding { return }
    let bytes = count == 1 ? "1 byte was" : "\(count) bytes were"
    remark = "\(bytes) left out that stand after the end of the \(compression.name) stream"
  }

  /// Reads more; what is unread moves to the front.
  private func refill() throws {
    let kept = unread.count
    if unread.lowerBound > 0 {
      if kept > 0 { input.replaceSubrange(0..<kept, with: Array(input[unread])) }
      unread = 0..<kept
    }
    if sourceHasEnded { return }
    let count = try input.withUnsafeMutableBytes {
      try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[kept...]))
    }
    unread = 0..<kept + count
    sourceHasEnded = count == 0
  }

  private func error(_ problem: String) -> RefrainError {
    RefrainError(
      problem, path: path,
      remedy: "get the file anew, or --on-error skip to go on without what cannot be read")
  }
}

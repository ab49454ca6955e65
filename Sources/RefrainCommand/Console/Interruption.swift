import Dispatch
import Foundation

/// What Ctrl-C and a terminate request do: no torn output, then the default action of the signal.
enum Interruption {
  // Kept for the life of the process; only touched on the main thread at start.
  private nonisolated(unsafe) static var sources: [any DispatchSourceSignal] = []

  /// Starts to listen. Also makes writing to a closed pipe an error instead of a signal.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
      source.setEventHandler {
        let kept = OutputFile.abandonAll()
        OutputFolder.discardAll()
        if Console.standardError.isTerminal { Console.standardError.write("\n") }
        for name in kept {
          Console.standardError.write("refrain: interrupted; the whole lines written so far are in \(name)\n")
        }
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      sources.append(source)
    }
  }

  // nohup and background jobs of a script have signals ignored on purpose.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    // C compares handlers as addresses; Swift has no equality of functions.
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

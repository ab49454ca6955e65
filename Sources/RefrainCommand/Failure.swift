import ArgumentParser
import Foundation
import Refrain
import Reporting

/// Turns errors into a message and an exit status: 0 clean, 1 a gate was exceeded, 2 bad usage or failure.
enum Failure {
  /// Prints what there is to say and ends the process.
  static func exit(for error: any Error, command: any ParsableCommand.Type) -> Never {
    OutputFile.discardAll()
    OutputFolder.discardAll()
    if error is ClosedPipe { Foundation.exit(0) }
    if let error = error as? GateExceeded {
      for outcome in error.outcomes {
        Console.standardError.write(
          "refrain: gate exceeded: \(VisibleMessage(GateWording.describe(outcome)))\n")
      }
      Foundation.exit(1)
    }
    if let error = error as? RefrainError {
      Console.standardError.write("refrain: error: \(VisibleMessage(error.description))\n")
      Foundation.exit(2)
    }
    // Requests for help, the version or a completion script are no errors; they go to standard output.
    if command.exitCode(for: error) == .success { command.exit(withError: error) }
    Console.standardError.write(usage(error, command: command) + "\n")
    Foundation.exit(2)
  }

  private static func usage(_ error: any Error, command: any ParsableCommand.Type) -> String {
    let message = command.fullMessage(for: error)
    return message.isEmpty ? "refrain: error: \(VisibleMessage("\(error)"))" : message
  }
}

/// Nobody reads our output any more: for a filter, that is success.
struct ClosedPipe: Error {}

import Baselines
import Foundation

/// The hash by which the page's content security policy admits its own style sheet and nothing else.
enum StyleHash {
  /// The Base64 of the SHA-256 of a text's UTF-8, as `'sha256-…'` wants it.
  static func sha256Base64(_ text: String) -> String {
    var hash = SHA256()
    hash.update(text)
    return Data(hash.digest()).base64EncodedString()
  }
}

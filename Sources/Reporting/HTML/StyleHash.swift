import CMD
import Foundation

/// The hash by which the page's content security policy admits its own style sheet and nothing else.
enum StyleHash {
  /// The Base64 of the SHA-256 of a text's UTF-8, as `'sha256-…'` wants it.
  static func sha256Base64(_ text: String) -> String {
    var state = SHA2_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Init(&state)
    SHA256Update(&state, Array(text.utf8), text.utf8.count)
    SHA256Final(&digest, &state)
    return Data(digest).base64EncodedString()
  }
}

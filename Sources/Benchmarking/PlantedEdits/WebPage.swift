/// What stands around a text on a web page.
enum WebPage {
  private static let header = [
    "Skip to main content", "Sign in | Register | Subscribe from 1.99 a week",
    "Home News Sport Business Culture Travel Weather More",
    "Advertisement. Your story continues after this message from our partners.",
    "We use cookies to give you the best experience. Read how we use your data or change your settings.",
    "You are reading one of three free stories this month. Subscribe now to read on all your devices.",
    "Breaking: follow the latest developments in our live blog, updated around the clock.",
    "Published in the archive section. This story is more than a year old.",
    "Listen to this story in our app, or save it to read later when you are offline.",
    "Text size: small, medium, large. Switch between light and dark appearance.",
  ]

  private static let footer = [
    "Share this article on social networks, by e-mail, or copy the link to your clipboard.",
    "Most read today: what our readers could not stop talking about this week.",
    "Sign up to our morning newsletter and have the headlines delivered to your inbox before breakfast.",
    "Comments are closed on this article. Our moderators review every contribution before it appears.",
    "Related stories: more from this section, picked for you by our editors.",
    "Support independent journalism. For the price of a cup of coffee you help us to keep asking questions.",
    "Do you have a story for us? Contact our newsroom in confidence by telephone, letter or message.",
    "Terms of use, privacy notice, accessibility statement, complaints and corrections.",
    "The content of external sites is not our responsibility. Read about our approach to external linking.",
    "All rights reserved. No part of this page may be reproduced without the permission of the publisher.",
    "Advertise with us. Jobs. Syndication. Printed edition. Site map. Help with your account.",
    "Follow us for news, pictures, puzzles and recipes. Download the application for your telephone.",
    "Prices, opening hours and programmes were correct when this page was made and may have changed since.",
    "You have reached the end of this story. Scroll down for more, or go back to the front page.",
    "Was this page useful to you? Tell us what we could do better in a short survey of five questions.",
    "Photographs by our own staff and agencies. Captions may be shortened on small screens.",
    "Readers who liked this also liked our long reads, our quizzes and the crossword of the day.",
    "Letters to the editor should not exceed two hundred words and must carry a full postal address.",
    "Weather for the region: sunny spells with a chance of showers towards the evening.",
    "Enable notifications to learn first when something happens in the places that you care about.",
  ]

  /// Each line belongs once to a page, so this is about as many tokens as a page can add.
  static let mostTokens = 250

  /// A text between lines of a page that have about `tokens` tokens; which lines is drawn.
  static func wrapping(_ text: String, tokens: Int, _ random: inout RandomStream) -> String {
    var top: [String] = []
    var bottom: [String] = []
    var headers = random.shuffled(header)
    var footers = random.shuffled(footer)
    var count = 0
    while count < tokens, !(headers.isEmpty && footers.isEmpty) {
      let goesAbove = footers.isEmpty || !headers.isEmpty && random.below(3) == 0
      let line = goesAbove ? headers.removeLast() : footers.removeLast()
      count += line.split(separator: " ").count
      if goesAbove { top.append(line) } else { bottom.append(line) }
    }
    return (top + [text] + bottom).joined(separator: "\n\n")
  }
}

/// The function words of English, by kind.
enum EnglishFunctionWords {
  /// All of them, separated by white space.
  static let all = [
    articlesAndPronouns, prepositionsAndConjunctions, auxiliaries, adverbs, contractions, common,
  ].joined(separator: " ")

  private static let articlesAndPronouns = """
    a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself
    yourselves he him his himself she her hers herself it its itself they them their theirs themselves one
    ones oneself who whom whose which what whoever whatever whichever someone somebody something anyone
    anybody anything everyone everybody everything nobody nothing none all any both each either neither few
    fewer many more most much less least little other others another some such several same own enough no
    every
    """

  private static let prepositionsAndConjunctions = """
    about above across after against along alongside amid amidst among amongst around as at before behind
    below beneath beside besides between beyond by concerning despite down during except for from in inside
    into like near of off on onto out outside over past per regarding round since than through throughout
    till to toward towards under underneath unlike until unto up upon versus via with within without and but
    or nor so yet because although though unless whereas whether while whilst if else once lest when whenever
    where wherever how however why whereby thereby therefore thus hence
    """

  private static let auxiliaries = """
    am is are was were be been being have has had having do does did doing done can could may might must
    shall should will would ought need cannot get gets got getting go goes going went gone let lets make
    makes made take takes took taken put give gives gave given seem seems seemed become becomes became
    """

  private static let adverbs = """
    again almost alone already also always anyhow anyway anywhere apart aside away back either else
    elsewhere especially even ever everywhere far further furthermore here herein indeed instead just later
    latter latterly former formerly mainly maybe meanwhile moreover mostly namely never nevertheless next not
    now nowhere often only otherwise perhaps please quite rather really somehow sometime sometimes somewhere
    still then there thereafter therein thereupon together too very well whole
    """

  private static let contractions = """
    i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're
    we've we'd we'll they're they've they'd they'll that's that'll there's here's what's who's where's how's
    let's isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't
    shouldn't mustn't mightn't needn't shan't ain't s t d ll re ve m n't
    """

  private static let common = """
    eg ie etc vs mr mrs ms first last two three four five six seven eight nine ten second third hundred
    """
}

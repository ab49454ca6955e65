import AnalysisModel
import Testing

@Suite struct MentionTests {
  @Test(arguments: [
    ("A man walks «in Ramallah on Feb. 26, 2024, amid war. (Credit: Zain Jaafar/AFP)»", "2024-02-26"),
    ("People march, «as seen on 9 October 2020. / AA»\nText", "2020-10-09"),
    ("A soldier stands «guard in Kharkiv, March 1, 2014. REUTERS/Ann Author»", "2014-03-01"),
    ("Troops near «the border on April 4, 2007.\n(Photo: file)»\nText", "2007-04-04"),
    ("A «crowd gathers on 1 June 2013 (Ann Author/Getty)»", "2013-06-01"),
    ("A «crowd gathers on 1 June 2013. Photograph by Ann Author»", "2013-06-01"),
    ("1 of 12. A man stands «guard in Slaviansk, April 25, 2014.»", "2014-04-25"),
    ("The «palace in this Sept. 15, 1987 file photo.»", "1987-09-15"),
  ])
  func captionsBound(_ source: String, _ date: String) {
    let marked = MarkedText(source)
    expect(dating(of: marked.text).notBefore, date, .caption, in: marked)
  }

  @Test(arguments: [
    ("The law «was amended on 18 March 2014» by both houses.", "2014-03-18"),
    ("He «died on Friday, October 9, 2020», aged 80.", "2020-10-09"),
    ("It has «been closed since 3 May 2019».", "2019-05-03"),
    ("Much came before. «On 9 October 2020», the king was crowned.", "2020-10-09"),
    ("It was founded on 1 May 1990 and «was sold on 2 June 1995».", "1995-06-02"),
  ])
  func textAboutThePastBounds(_ source: String, _ date: String) {
    let marked = MarkedText(source)
    expect(dating(of: marked.text).notBefore, date, .text, in: marked)
  }

  @Test(arguments: [
    "Elections are set for 22 May 2031.",
    "Elections were scheduled on 22 May 2031.",
    "The debt must be paid by 1 May 2025.",
    "The concert will be held on 22 May 2031. (Photo: Ann Author)",
    "A poster calls for votes by 1 May 2025. (Photo: Ann Author/AFP)",
    "The games to be opened on 22 May 2031 were planned well.",
    "The treaty, signed by both, expires on 1 May 2031.",
    "If it was signed on 9 October 2020, it holds.",
    "The report of 9 October 2020 says much.",
    "The war began in 2009 and ended in July 2011. (Photo: file)",
    "Hamas's Oct. 7 attack on Israel (Photo: file)",
    "They paid $2,020 on flight 9 of 2020. (Photo: file)",
    "12 of 9. A man stands guard in Slaviansk, April 25, 2014.",
    "She sang it to them, 6 May 2014, and the image is a photograph by Hedi Slimane.",
    "The (photometric) observations of February 11, 2018 gave handouts to Thomson Reuters/Clarivate.",
    "Build 2020.10.9 was released on 10.9.2020. (Photo: file)",
  ])
  func whatMayLieAheadDoesNot(_ text: String) {
    #expect(dating(of: text).notBefore == nil)
  }

  @Test func aCaptionOfTheSameDayIsPreferred() {
    let bound = dating(of: "He died on 9 October 2020, aged 80.\n\nHis house, 9 October 2020 (Photo: file)")
      .notBefore
    #expect(bound?.source == .caption)
  }

  @Test func aKnownDayNeedsNoBound() {
    #expect(dating(of: "9 October 2020\n\nHe died on 3 May 2019, aged 80.").notBefore == nil)
    #expect(dating(of: "OSLO, May 4, 2019 (AFP) - He died on 3 May 2019, aged 80.").notBefore == nil)
    #expect(dating(of: "OSLO, May 4 (AFP) - He died on 3 May 2019, aged 80.").notBefore != nil)
  }
}

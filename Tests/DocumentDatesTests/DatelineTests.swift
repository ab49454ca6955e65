import AnalysisModel
import Testing

@Suite struct DatelineTests {
  @Test(arguments: [
    ("«Gaza City, January 2 (RHC)»-- Ismail Haniyeh says", "--01-02"),
    ("«AMMAN, March 3 (Reuters)» - Jordan said", "--03-03"),
    ("«Dec. 15 (Bloomberg)» -- An overloaded ferry", "--12-15"),
    ("«WASHINGTON, Jan. 19 (Xinhuanet)» -- Analysts", "--01-19"),
    ("«GUANTANAMO BAY, Cuba, Aug. 6» -- A military jury", "--08-06"),
    ("«BAGHDAD, Iraq, July 6»  The United States ambassador", "--07-06"),
    ("«MUSKEGON, Mich (May 2, 2014)» – A longtime pastor", "2014-05-02"),
    ("«NEW YORK, May 2, 2014 /PRNewswire/» -- A company", "2014-05-02"),
    ("«NEW YORK Oct. 13, 2004» — A judge", "2004-10-13"),
    ("«Berlin, 9. Oktober (dpa)» - Die Regierung", "--10-09"),
    ("«São Paulo, 9 October 2020 (AFP)» – Brazil", "2020-10-09"),
    ("«新华社北京10月9日电»（记者）中国", "--10-09"),
    ("A caption.\n\n    «BEIRUT, March 3» - Lebanon said\nOSLO, March 4 - Norway", "--03-03"),
  ])
  func finds(_ source: String, _ date: String) {
    let marked = MarkedText(source)
    expect(dating(of: marked.text).dateline, date, .dateline, in: marked)
  }

  @Test(arguments: [
    "On Friday, March 3 - the day of the vote - nothing happened",
    "In January 2 (two) men died",
    "Supporters cheered in Cairo, April 25 (AFP) - and left",
    "London, March 3 – a day to remember",
    "May 20 people - or more - be there?",
    "SSR 20 MAY - 12.5",
    "OMAHA AVERAGE PRICE -- APRIL 7",
    "We march 3 (three) abreast - always",
    "Sales, 9 Oct: 4",
    "AMMAN: Prime Minister Abdullah Nsur",
  ])
  func staysSilent(_ text: String) {
    #expect(dating(of: text).dateline == nil)
  }
}

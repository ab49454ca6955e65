import AnalysisModel
import Testing

@Suite struct DateLineTests {
  @Test(arguments: [
    ("Title\n«October 9, 2020»\n\nText.", "2020-10-09"),
    ("Title\n\n**«Friday, October 9, 2020»**\n\nText.", "2020-10-09"),
    ("«2020-10-09»", "2020-10-09"),
    ("«2020-10-09T12:30:00Z»\nText.", "2020-10-09"),
    ("Title\r\n«9th October 2020, 12:33 GMT»\r\nText.", "2020-10-09"),
    ("«By Ann Author | 9 October 2020 | 5 min read»\nText.", "2020-10-09"),
    ("«BBC News · 9 Oct 2020»\nText.", "2020-10-09"),
    ("«By Ann Author, Oct. 9, 2020 10:00 a.m. ET»\nText.", "2020-10-09"),
    ("«October 9, 2020 by Ann J. Author»\nText.", "2020-10-09"),
    ("«Oct 9, 2020 3 min read»\nText.", "2020-10-09"),
    ("«公開日：2020年10月9日»\n本文。", "2020-10-09"),
    ("*«Published on October 9, 2020»*\nText.", "2020-10-09"),
    ("**«Date:** October 9, 2020»\nText.", "2020-10-09"),
    ("«Published: 2020-10-09T12:00:00+00:00»\nText.", "2020-10-09"),
    ("«Fri Oct  9 12:33:00 UTC 2020»\nText.", "2020-10-09"),
    ("«Berlin, 9. Oktober 2020»\nText.", "2020-10-09"),
    ("«Published: October 9, 2020»\nText.", "2020-10-09"),
    ("«PUBLISHED: 02:31 GMT, 12 March 2013 | UPDATED: 22:19 GMT, 13 March 2013»\nText.", "2013-03-12"),
    ("«Posted by admin on October 9, 2020»\nText.", "2020-10-09"),
    ("«Date: Fri, 09 Oct 2020 12:33:00 +0000»\nText.", "2020-10-09"),
    (" «date 2020-10-09 WORLD»\nText.", "2020-10-09"),
    ("Title\n«Last updated 9 October 2020»\nText.", "2020-10-09"),
    ("«9 October 2020 Last updated at 11:11 GMT»\nText.", "2020-10-09"),
    ("«2020年10月9日 星期五 12:30 来源：新华网»\n正文。", "2020-10-09"),
    ("제목\n«2020년 10월 9일 12:30»\n본문.", "2020-10-09"),
    ("«25/12/2020»\nText.", "2020-12-25"),
    ("«03/04/2020»\nText.", "2020"),
    ("Long text.\nMore of it.\n«9 October 2020»", "2020-10-09"),
    // Kinds of line, strongest first: published, bare, dated, updated.
    ("Updated October 11, 2020\n«Published October 9, 2020»\nText.", "2020-10-09"),
    ("Updated October 11, 2020\n«October 9, 2020»\nText.", "2020-10-09"),
    ("Date: 12 October 2020\n«October 9, 2020»\nText.", "2020-10-09"),
    // The same day twice is no contradiction; an unclear day is no rival.
    ("«October 9, 2020»\nText.\n9 October 2020\nText.", "2020-10-09"),
    ("03/04/2020\n«9 October 2020»\nText.", "2020-10-09"),
    // An end line counts only where the top has none.
    ("«October 9, 2020»\n" + String(repeating: "Text.\n", count: 30) + "October 12, 2025", "2020-10-09"),
    (String(repeating: "Text.\n", count: 30) + "«October 12, 2025»", "2025-10-12"),
  ])
  func finds(_ source: String, _ date: String) {
    let marked = MarkedText(source)
    expect(dating(of: marked.text).published, date, .dateLine, in: marked)
  }

  @Test(arguments: [
    "",
    "The talks of October 9, 2020 failed.",
    "The bonds are due\nOctober 9, 2020\nand pay 9 pct.",
    "Net profit for the year to\nMarch 1, 1989.",
    "Posted a profit of 3m on October 9, 2020",
    "Update: On May 8, 2014, the House Permanent Select Committee on Intelligence voted for the bill.",
    "Posted 160 days ago [downloaded on 2 October 2013]",
    "Date: 2–7 April 2018",
    "> October 9, 2020",
    "|> Date: Fri, 09 Oct 2020 12:33:00 GMT",
    "Version 10.9.2020",
    "10.9.2020",
    "October 9",
    "October 2020",
    "$2020-10-09",
    "Call +2020-10-09",
    "555-2020-10-09",
    "2020-10-091",
    "30 February 2020",
    "Page 9 of 2020",
    "May 1530 GMT",
    "Dec. 15, 1530 GMT",
    "2020年10月9日，习近平在北京会见了来宾。",
    "2020년 10월 9일 라트비아 리가에서 사망하였다.",
    // A calendar: two days of the same kind of line.
    "October 9, 2020\nOne\nOctober 12, 2020\nTwo",
    // Deep inside, as in a list of links.
    String(repeating: "Text.\n", count: 20) + "3 May 2021\n" + String(repeating: "Text.\n", count: 20),
  ])
  func staysSilent(_ text: String) {
    #expect(dating(of: text).published == nil)
  }
}

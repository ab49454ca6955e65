import AnalysisModel

/// A date at a place in a text.
struct DateMatch {
  var date: PartialDate
  /// The bytes of the date alone, without weekday and time.
  var range: Range<Int>
  /// How it is spelled, where that decides what may follow.
  var style = Style.western

  enum Style {
    case western
    /// 2020年10月9日 or 2020년 10월 9일.
    case eastAsian
    /// 03/04/2020: only the year is certain.
    case ambiguous
  }
}

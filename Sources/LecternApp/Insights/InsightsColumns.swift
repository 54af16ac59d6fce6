/// The columns of the screen Insights, by the room there is. A column that has no room is nil.
struct InsightsColumns: Hashable {
  /// Where names begin, and how wide they are.
  let name = 2
  let nameColumns: Int
  /// Where a bar stands, and how wide it is.
  let bar: Int
  let barColumns: Int
  /// Where agreement by differences stands, that by ranks being where the bars are:
  /// `0.43  0.24 to 0.59`.
  var differences: Int { bar + 21 }
  /// Where the numbers beside the bar stand.
  let judged: Int
  /// Where a histogram stands.
  let histogram: Int
  /// Where the number of reviews stands; four columns wide.
  let count: Int?
  /// Where a mean stands; five columns wide.
  let mean: Int
  /// Where a severity stands: `-0.61 ± 0.14`.
  let severity: Int
  /// Where a number is drawn on a line, and how wide that is.
  let track: Int?
  let trackColumns: Int

  init(columns: Int) {
    switch columns {
    case 108...:
      nameColumns = 24
      bar = 28
      barColumns = 10
      judged = 40
      histogram = 52
      count = 64
      mean = 70
      severity = 78
      track = 93
      trackColumns = min(31, columns - 95)
    case 76...:
      nameColumns = 19
      bar = 22
      barColumns = 6
      judged = 30
      histogram = 40
      count = nil
      mean = 52
      severity = 60
      track = nil
      trackColumns = 0
    default:
      nameColumns = 14
      bar = 17
      barColumns = 3
      judged = 22
      histogram = 31
      count = nil
      mean = 41
      severity = 46
      track = nil
      trackColumns = 0
    }
  }
}

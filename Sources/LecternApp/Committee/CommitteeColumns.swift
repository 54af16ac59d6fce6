/// The columns of the committee, by the room there is. A column that has no room is nil.
struct CommitteeColumns: Hashable {
  /// Where the role stands; the name begins at 2.
  let role: Int
  let organization: Int?
  let expertise: Int?
  let bar: Int
  /// How wide the bar is.
  let barColumns: Int
  let judged: Int
  /// Where drafts, abstentions and conflicts stand: each is five columns wide.
  let counts: Int?
  let lastSaid: Int?
  /// Where the values of settings stand.
  let value: Int
  /// Where the distance of a deadline stands.
  let distance: Int?

  init(columns: Int) {
    switch columns {
    case 116...:
      let name = 24 + (columns - 116) / 3
      let work = 20 + (columns - 116) / 3
      role = 2 + name + 1
      organization = role + 10
      expertise = role + 10 + work + 1
      bar = role + 10 + work + 1 + 8
      barColumns = 8
      judged = bar + barColumns + 2
      counts = judged + 11
      lastSaid = judged + 11 + 17
    case 76...:
      role = 2 + 22 + 1
      organization = nil
      expertise = role + 10
      bar = role + 10 + 8
      barColumns = 8
      judged = bar + barColumns + 2
      counts = nil
      lastSaid = judged + 12
    default:
      role = 2 + 20 + 1
      organization = nil
      expertise = nil
      bar = role + 10
      barColumns = 8
      judged = bar + barColumns + 2
      counts = nil
      lastSaid = nil
    }
    value = 36
    distance = columns >= 72 ? 58 : nil
  }
}

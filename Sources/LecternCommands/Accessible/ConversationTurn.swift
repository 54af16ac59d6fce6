import LecternApp
import ReviewCore
import ReviewStore

/// What a conversation answers to one thing that happened.
struct ConversationTurn {
  /// What is said, a line each. Foreign text in it is not safe yet.
  var lines: [String] = []
  /// What is to be done before anything else; nil for nothing.
  var order: ConversationOrder?
}

/// What a conversation orders. `Conversation.take(_:at:)` is told what came of it.
enum ConversationOrder {
  /// Something is said of a proposal: by what the file says at that moment.
  case save(ProposalID, SavedWords)
  /// Something is said in the discussion of a proposal, or taken back; `replacing` is what stood
  /// there.
  case discuss(RemarkPlace, Remark, replacing: Remark?)
  /// Something is kept that belongs to the person alone.
  case keep(PrivateChange)
  /// The person said who they are: it is remembered, and what belongs to them is read.
  case become(Identifier)
  /// What the person says is shared, and what the others say taken in.
  case sync(Member)
  /// The conversation is over.
  case leave
}

/// What is to stand in a review file.
enum SavedWords {
  /// Edits of what stands there.
  case edits([ReviewEdit])
  /// Another review, where `current` is still what stands there.
  case turn(current: Review, into: Review)
}

/// What came of an order.
enum ConversationNews {
  /// A review stands on the disk.
  case saved(before: Review?, after: Review, remarks: [String], Summit)
  /// A remark stands on the disk.
  case discussed(Summit)
  /// What belongs to the person stands on the disk.
  case kept(remark: String?)
  /// The person is known now; `remark` says why they are not remembered.
  case became(Identifier, PersonalRecord, remark: String?)
  /// A sync came to its end, well or not: what is to be said of it.
  case synced([String])
  /// It was not done.
  case failed(String)
}

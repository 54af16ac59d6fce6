import ArgumentParser
import ReviewCore
import ReviewFormats

/// `lectern list`.
struct ListCommand: SummitCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the proposals, withdrawn ones too.",
    discussion: """
      The scores are those of the reviews that you may see; they are empty while the others' \
      reviews are hidden from you.

      --sort takes a key, or a hyphen and a key for the reverse order: \
      \(ListOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")). What has no value stands \
      last, equals by id. The queue is what you are to review next: what you are asked to review, \
      then other drafts, unread, skipped, each with the fewest reviews first and equals in an order \
      of your own; then what is judged, then what is withdrawn.

      --filter takes a query such as 'area:lakehouse is:unscored -tag:kafka (iceberg OR delta)'. \
      Its fields: \(Query.fields.map(\.name).joined(separator: ", ")).
      """)

  @Argument(help: "The review folder.")
  var folder: String?

  @OptionGroup var options: SummitOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only the proposals that meet a query.", valueName: "query"))
  var filter: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("What to order by.", valueName: "key"))
  var sort = ListOrder.Key.queue.rawValue

  @Option(help: "How to print it.")
  var format = ListFormat.table

  /// How lists are printed.
  enum ListFormat: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json, ndjson
  }

  private func readOrder() throws -> ListOrder {
    if let order = ListOrder(sort) { return order }
    let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
    let known = ListOrder.Key.allCases.map(\.rawValue)
    throw CommandFailure.usage(
      "--sort: there is no key \(name.quoted)\(NearestWord.suggestion(for: name, among: known)). "
        + "It is one of \(known.joined(separator: ", ")), or one with a hyphen before it.")
  }

  func run(in surroundings: Surroundings) async throws {
    let order = try readOrder()
    let summit = try await options.open(folder, in: surroundings)
    let keeps = try summit.filter(filter)
    let proposals = order.places(of: summit.seen).map { summit.seen.proposals[$0] }.filter(keeps)
    let listing = Listing(proposals: proposals, summit: summit.seen)
    let output = surroundings.output
    switch format {
    case .table:
      try output.write(lines: listing.table.lines(limit: output.columns))
      surroundings.remark(
        proposals.count == 1 ? "1 proposal." : "\(proposals.count) proposals.")
    case .csv: try output.write(listing.csv.csv)
    case .json: try output.write(json: .array(listing.entries))
    case .ndjson: try output.write(jsonLines: listing.entries)
    }
  }
}

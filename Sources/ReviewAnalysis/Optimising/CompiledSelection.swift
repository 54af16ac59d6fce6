import ReviewCore

/// A selection problem as whole numbers in boxes.
struct CompiledSelection: Sendable {
  /// The program; its first columns are the candidates in the order of `SelectionProblem.order`.
  private(set) var program: BoxedProgram
  /// The place of the candidate of each column.
  let order: [Int]
  /// The rows by which the search divides first.
  private(set) var countRows: [Int] = []
  /// Worths that are the same in whole multiples of this have the same sum of scores.
  let granularity: Int
  /// What is added to the cost of a column to settle ties.
  let tieWeights: [Int]
  /// The rule of each row, and which of its sides limit anything; nil for a row that only counts.
  private(set) var rowRules: [RowRule?] = []
  /// What the coefficients of each row were divided by.
  private(set) var divisors: [Int] = []
  /// The rules that fix each column, by column.
  private(set) var including: [Int: Int] = [:]
  private(set) var excluding: [Int: Int] = [:]

  /// What a row stands for.
  struct RowRule: Sendable {
    let rule: Int
    var hasMinimum = false
    var hasMaximum = false
  }

  /// Compiles a problem. O(candidates log candidates + members of the rules).
  ///
  /// - Parameter known: the order of the problem, where it is known already.
  init(_ problem: SelectionProblem, order known: [Int]? = nil) {
    order = known ?? problem.order
    let count = order.count
    var columns = [Int](repeating: 0, count: count)
    for (column, place) in order.enumerated() { columns[place] = column }
    let scores = order.map { problem.candidates[$0].score.clamped(to: Self.largestNumber) }
    (tieWeights, granularity) = Self.ties(scores, problem)
    program = BoxedProgram(
      costs: Self.costs(scores, tieWeights, granularity),
      columnBoxes: Array(repeating: .init(lower: 0, upper: 1), count: count))
    for rule in Self.ruleOrder(problem, columns) { add(rule, problem.rules[rule], columns) }
    addCountRows(problem, columns)
    fix(problem, columns)
    program.index()
  }

  /// Numbers beyond this are taken to be this: nobody's programme has them, and sums stay exact.
  static let largestNumber = 1_000_000_000

  /// What each column is worth: its score, and beneath it what settles ties.
  static func costs(_ scores: [Int], _ ties: [Int], _ granularity: Int) -> [Int] {
    scores.indices.map { scores[$0] * granularity + ties[$0] }
  }

  /// What settles ties: of selections with the same sum of scores the one whose candidates' places
  /// in the order, counted from the last, add up to the most. Coarser, at last nothing, where the
  /// numbers would not be exact any more.
  private static func ties(_ scores: [Int], _ problem: SelectionProblem) -> ([Int], Int) {
    let count = scores.count
    var most = count
    for rule in problem.rules where rule.kind == .limit(.total) {
      if let maximum = rule.maximum { most = min(most, max(0, maximum)) }
    }
    let largest = scores.reduce(1) { max($0, $1.magnitude < 1 ? 1 : Int($1.magnitude)) }
    for shift in 0..<40 {
      let weights = (0..<count).map { (count - $0) >> shift }
      let granularity = weights.reduce(0, +) + 1
      if Double(largest) * Double(granularity) * Double(max(1, most)) < 4e15 {
        return (weights, granularity)
      }
    }
    return ([Int](repeating: 0, count: count), 1)
  }

  /// The order in which rules become rows: by kind, name and members, so that the order in which
  /// they come changes nothing.
  private static func ruleOrder(_ problem: SelectionProblem, _ columns: [Int]) -> [Int] {
    let limiting = problem.rules.indices.filter {
      problem.rules[$0].minimum != nil || problem.rules[$0].maximum != nil
    }
    return limiting.sorted { one, other in
      let (first, second) = (problem.rules[one], problem.rules[other])
      if first.firmness != second.firmness { return first.firmness > second.firmness }
      if !first.name.isSameBytes(as: second.name) {
        return first.name.utf8.lexicographicallyPrecedes(second.name.utf8)
      }
      let mine = first.members.map { columns[$0] }.sorted()
      let theirs = second.members.map { columns[$0] }.sorted()
      return mine != theirs ? mine.lexicographicallyPrecedes(theirs) : one < other
    }
  }

  private mutating func add(_ index: Int, _ rule: SelectionRule, _ columns: [Int]) {
    if case .accepted = rule.kind { return }
    if case .declined = rule.kind { return }
    guard rule.minimum != nil || rule.maximum != nil else { return }
    if let minimum = rule.minimum, let maximum = rule.maximum, minimum > maximum {
      addRow(index, rule, columns, minimum, nil)
      addRow(index, rule, columns, nil, maximum)
    } else {
      addRow(index, rule, columns, rule.minimum, rule.maximum)
    }
  }

  private mutating func addRow(
    _ index: Int, _ rule: SelectionRule, _ columns: [Int], _ minimum: Int?, _ maximum: Int?
  ) {
    var pairs: [(column: Int, weight: Int)] = []
    for place in rule.members.indices {
      let weight = min(max(0, rule.weights?[place] ?? 1), Self.largestNumber)
      if weight > 0 { pairs.append((columns[rule.members[place]], weight)) }
    }
    pairs.sort { $0.column < $1.column }
    let divisor = max(1, pairs.reduce(0) { Self.commonDivisor($0, $1.weight) })
    var row = BoxedProgram.Row(
      columns: pairs.map(\.column), coefficients: pairs.map { $0.weight / divisor },
      box: .init(lower: 0, upper: 0), use: rule.isRarelyBroken ? .whenBroken : .always)
    let reach = program.reach(of: row)
    let lower = minimum.map { -(-$0.clamped(to: Self.largestNumber)).flooredQuotient(divisor) }
    let upper = maximum.map { $0.clamped(to: Self.largestNumber).flooredQuotient(divisor) }
    let isMinimumReal = lower.map { $0 > reach.lower } ?? false
    let isMaximumReal = upper.map { $0 < reach.upper } ?? false
    guard isMinimumReal || isMaximumReal else { return }
    // A bound that nobody set is one that no selection can pass; it may not cross the other.
    let least = isMinimumReal ? lower ?? 0 : min(reach.lower, upper ?? 0)
    let most = isMaximumReal ? upper ?? 0 : max(reach.upper, lower ?? 0)
    row.box = .init(lower: least, upper: most)
    program.append(row)
    rowRules.append(
      RowRule(rule: index, hasMinimum: isMinimumReal, hasMaximum: isMaximumReal))
    divisors.append(divisor)
  }

  private mutating func addCountRows(_ problem: SelectionProblem, _ columns: [Int]) {
    var known: [[Int]: Int] = [:]
    for row in program.rows.indices where program.rows[row].coefficients.allSatisfy({ $0 == 1 }) {
      if program.rows[row].use == .always { known[program.rows[row].columns] = row }
    }
    for classes in problem.classes {
      var members: [Int: [Int]] = [:]
      for column in order.indices where classes[order[column]] >= 0 {
        members[classes[order[column]], default: []].append(column)
      }
      // By their best member, whatever the classes are called.
      for columns in members.values.sorted(by: { $0[0] < $1[0] }) where columns.count > 1 {
        if let row = known[columns] {
          if !countRows.contains(row) { countRows.append(row) }
          continue
        }
        countRows.append(program.rows.count)
        known[columns] = program.rows.count
        program.append(
          .init(
            columns: columns, coefficients: columns.map { _ in 1 },
            box: .init(lower: 0, upper: columns.count), use: .whenBranchedOn))
        rowRules.append(nil)
        divisors.append(1)
      }
    }
    for row in program.rows.indices where program.rows[row].use == .always {
      if !countRows.contains(row) { countRows.append(row) }
    }
  }

  /// Decisions close the boxes of columns; one that says the opposite of another is a row, so that
  /// no box is empty.
  private mutating func fix(_ problem: SelectionProblem, _ columns: [Int]) {
    for (index, rule) in problem.rules.enumerated() {
      guard let place = rule.members.first else { continue }
      let column = columns[place]
      if case .accepted = rule.kind, rule.minimum == 1, including[column] == nil {
        program.columnBoxes[column].lower = 1
        including[column] = index
      }
      guard case .declined = rule.kind, rule.maximum == 0 else { continue }
      if including[column] == nil, excluding[column] == nil {
        program.columnBoxes[column].upper = 0
        excluding[column] = index
      } else if including[column] != nil {
        program.append(
          .init(
            columns: [column], coefficients: [1], box: .init(lower: 0, upper: 0), use: .always))
        rowRules.append(RowRule(rule: index, hasMaximum: true))
        divisors.append(1)
      }
    }
  }

  /// The sides of rules that a certificate needed; nil where that is not known.
  func sides(of certificate: Certificate) -> Set<SelectionRule.Side>? {
    guard !certificate.isIncomplete else { return nil }
    var sides: Set<SelectionRule.Side> = []
    for side in certificate.rows {
      guard let row = rowRules[side.place] else { continue }
      if side.isLower ? row.hasMinimum : row.hasMaximum {
        sides.insert(.init(rule: row.rule, isMinimum: side.isLower))
      }
    }
    for side in certificate.columns {
      let rule = side.isLower ? including[side.place] : excluding[side.place]
      if let rule { sides.insert(.init(rule: rule, isMinimum: side.isLower)) }
    }
    return sides
  }

  /// The row of a side; nil where it limits nothing.
  func row(of side: SelectionRule.Side) -> Int? {
    rowRules.firstIndex { row in
      guard let row, row.rule == side.rule else { return false }
      return side.isMinimum ? row.hasMinimum : row.hasMaximum
    }
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    var (larger, smaller) = (one, other)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension Int {
  /// The number, or the nearest of `-limit...limit`.
  func clamped(to limit: Int) -> Int { Swift.min(Swift.max(self, -limit), limit) }
}

extension SelectionRule {
  /// Whether most such rules never bind, so that they are looked at once one is broken.
  var isRarelyBroken: Bool {
    switch kind {
    case .limit(.speaker), .limit(.organization), .limit(.atMostOne), .similar: true
    default: false
    }
  }
}

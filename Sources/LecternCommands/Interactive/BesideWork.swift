import LecternApp
import ReviewAnalysis
import ReviewCore
import ReviewFormats
import ReviewStore
import Synchronization
import SystemPackage

/// The long work beside the interface: rankings, texts, exports, their previews, imports.
///
/// Each tells how far it is and what came of it by messages. One import or export runs at a time;
/// of previews only the last one asked for is told.
final class BesideWork: Sendable {
  private let folder: ReviewFolder
  private let place: ImportRun.Place
  private let mailbox: Mailbox
  private let watch: FolderWatch
  private let tasks = Mutex(Tasks())

  private struct Tasks {
    /// Of each kind the newest, which is the only one that is told.
    var newest: [Kind: Task<Void, Never>] = [:]
    var work: Task<Void, Never>?
  }

  /// Kinds of work of which only the newest order matters.
  private enum Kind: Hashable {
    case preview, ranking, levels, texts, insights
  }

  init(
    on folder: ReviewFolder, from place: ImportRun.Place, watch: FolderWatch,
    telling mailbox: Mailbox
  ) {
    self.folder = folder
    self.place = place
    self.watch = watch
    self.mailbox = mailbox
  }

  /// Stops what can be stopped; an import that has begun to write goes on to its end.
  func stop() {
    tasks.withLock { tasks in
      tasks.newest[.preview]?.cancel()
      tasks.work?.cancel()
    }
  }

  // MARK: - Of each kind the newest

  /// Ranks the proposals.
  func rank(_ order: RankOrder, _ summit: SeenSummit) {
    begin(.ranking) { .ranked(Ranking(of: summit, by: order.method), order) }
  }

  /// Works out what is known of the proposals before they are compared.
  func level(_ order: LevelOrder, _ summit: SeenSummit) {
    begin(.levels) {
      .leveled(ComparisonPrior(Calibration(of: summit), on: summit.rubric.scale), order)
    }
  }

  /// Compares the texts of the proposals.
  ///
  /// - Parameter known: texts that were compared before, which may be the same.
  func compareTexts(_ order: TextsOrder, _ summit: SeenSummit, known: SimilarityIndex?) {
    begin(.texts) {
      if let known, known.isCurrent(for: summit) { return .textsCompared(known, order) }
      let index = try SimilarityIndex(of: summit, checkpoint: Task.checkCancellation)
      return .textsCompared(index, order)
    }
  }

  /// Works out how the review goes.
  func workOutInsights(_ order: InsightsOrder, _ summit: SeenSummit) {
    begin(.insights) {
      .insightsWorkedOut(try Insights(of: summit, checkpoint: Task.checkCancellation), order)
    }
  }

  /// Makes an export and tells its first lines; nothing where its query is none.
  func preview(_ order: ExportOrder, of summit: SeenSummit) {
    begin(.preview) {
      let options = try order.options(in: summit)
      let preview = ExportPreview(
        order.what, as: order.format, of: summit, options: options, lineCount: 40)
      return .previewed(order, preview)
    }
  }

  /// Runs work in place of what was ordered of its kind before, and tells what came of it unless
  /// another order came meanwhile. What fails is not told: it was stopped, or there is nothing to say.
  private func begin(_ kind: Kind, _ run: @escaping @Sendable () throws -> Message) {
    let mailbox = mailbox
    let task = Task.detached {
      guard let message = try? run(), !Task.isCancelled else { return }
      mailbox.post(.message(message))
    }
    tasks.withLock { tasks in
      tasks.newest[kind]?.cancel()
      tasks.newest[kind] = task
    }
  }

  // MARK: - Exports

  /// Writes an export into a file.
  func export(_ order: ExportOrder, of summit: SeenSummit) {
    let place = place
    begin(Work(name: "Exporting")) { post in
      do {
        let document = ExportDocument(
          order.what, as: order.format, of: summit, options: try order.options(in: summit))
        try Task.checkCancellation()
        let file = ExportFile(place.resolved(order.path), on: place.fileSystem)
        try file.write(document, overwriting: order.overwrites)
        post(.exported(order, rows: document.rowsInWords))
      } catch ExportFile.Refusal.exists {
        post(.exportFailed(order, problem: "There is a file of this name", isThere: true))
      } catch ExportFile.Refusal.ofSummit {
        post(
          .exportFailed(
            order, problem: "This is a file of the summit itself; give another name",
            isThere: false))
      } catch ExportFile.Refusal.changed {
        post(
          .exportFailed(
            order, problem: "Another program changed the file just now; try again",
            isThere: false))
      } catch is CancellationError {
        post(.exportFailed(order, problem: "Stopped; nothing was written", isThere: false))
      } catch let error as FileError {
        // The path of the error is that of a file made on the way, which nobody named.
        post(
          .exportFailed(
            order, problem: "Not written: \(order.path): \(error.reason)",
            isThere: false))
      } catch {
        post(.exportFailed(order, problem: "Not written: \(error)", isThere: false))
      }
    }
  }

  // MARK: - Imports

  /// Brings the proposals of files in; a dry run only says what it would do.
  func importFiles(_ order: ImportOrder, into event: Event, by viewer: Member?) {
    let (folder, place, watch) = (folder, place, watch)
    let name = "Reading \(order.files.first ?? "")"
    guard viewer?.isChair ?? false else {
      mailbox.post(.message(.importFailed(order, report: ["Only a chair imports."])))
      return
    }
    begin(Work(name: name)) { post in
      do {
        var preview = ImportPreview()
        let report = try ImportRun(order).run(
          into: folder, event, from: place, at: Clock.now(), preview: { preview = $0 }
        ) { progress in post(.worked(Work(progress, of: order.files))) }
        let lines = Self.lines(of: report)
        if report.isRefused {
          post(.importFailed(order, report: lines))
        } else {
          post(.imported(order, report: lines, preview: preview))
          if !order.isDryRun { watch.lookSoon() }
        }
      } catch is CancellationError {
        post(.importFailed(order, report: ["Stopped; nothing was changed."]))
      } catch let failure as CommandFailure {
        post(.importFailed(order, report: [failure.message]))
      } catch let error as FileError {
        post(.importFailed(order, report: ["\(error.path): \(error.reason)."]))
      } catch {
        post(.importFailed(order, report: ["\(error)"]))
      }
    }
  }

  /// What came of an import, line by line: the sum first, then what needs a look.
  private static func lines(of report: ImportReport) -> [String] {
    var lines = report.isRefused ? [] : [report.summary]
    lines += report.faults.map(\.description)
    lines += report.notices.map { "\($0)." }
    lines += report.unmapped.map { "not mapped: \($0.field): \($0.value.quoted)" }
    return lines
  }

  // MARK: - Running

  /// Runs work of which there is one at a time.
  func begin(
    _ work: Work,
    _ run: @escaping @Sendable (_ post: @escaping @Sendable (Message) -> Void) async -> Void
  ) {
    let mailbox = mailbox
    let isBusy = tasks.withLock { tasks in
      if tasks.work != nil { return true }
      tasks.work = Task.detached {
        mailbox.post(.message(.worked(work)))
        await run { mailbox.post(.message($0)) }
        mailbox.post(.message(.worked(nil)))
        self.ended()
      }
      return false
    }
    if isBusy {
      mailbox.post(.message(.notice("Something else is still being done; Esc stops it")))
    }
  }

  /// Has the folder looked at, since something may have come in.
  func lookSoon() { watch.lookSoon() }

  /// Whether an import or an export runs.
  var isBusy: Bool { tasks.withLock { $0.work != nil } }

  private func ended() { tasks.withLock { $0.work = nil } }
}

extension Work {
  /// How far an import is.
  fileprivate init(_ progress: ImportRun.Progress, of files: [String]) {
    // Reading, working out, writing.
    let total = files.count + 2
    switch progress {
    case .reading(let name, let number, _):
      self.init(name: "Reading \(name)", done: number - 1, total: total)
    case .planning: self.init(name: "Comparing", done: files.count, total: total)
    case .writing: self.init(name: "Writing", done: files.count + 1, total: total)
    }
  }
}

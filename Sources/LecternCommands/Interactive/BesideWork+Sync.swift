import LecternApp
import ReviewStore
import SystemPackage

extension BesideWork {
  /// Shares what the person says, and takes in what the others say. git asks nothing: there is a
  /// screen where it would ask.
  func sync(_ sync: FolderSync) {
    begin(Work(name: "Syncing")) { [self] post in
      do {
        let report = try await sync.run { step in post(.worked(Work(name: step.name))) }
        var lines = [report.summary] + report.notices.map { "\($0)." }
        if let path = report.rescued {
          lines.append("A text that lost against a newer one is kept in \(path.string).")
        }
        post(.synced(lines))
      } catch is CancellationError {
        post(.notice("Sync stopped; what you said is saved here"))
      } catch let problem as SyncProblem {
        post(.syncFailed(problem.description.split(separator: "\n").map(String.init)))
      } catch {
        post(.syncFailed(["\(error)"]))
      }
      lookSoon()
    }
  }
}

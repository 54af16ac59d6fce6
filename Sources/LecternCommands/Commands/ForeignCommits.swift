import ReviewCore
import ReviewStore

extension Surroundings {
  /// The files of reviews and decisions that somebody else's commit changed, as warnings; none where
  /// the folder is in no repository. A history that takes longer than anybody waits is named.
  func foreignCommits(in folder: ReviewFolder) async -> [Fault] {
    guard let content = try? fileSystem.read(folder.path(of: .summit)),
      let document = try? JSONDocument(content.bytes),
      let event = try? EventReader.read(document).value
    else { return [] }
    let git = GitProcess(environment: environment, mayAsk: false).run
    return await withTaskGroup(of: [Fault].self) { group in
      group.addTask { await folder.foreignCommits(of: event, by: git) }
      group.addTask {
        do { try await Task.sleep(for: patience) } catch { return [] }
        return [
          Fault(
            path: ".git", severity: .warning,
            problem:
              "git took longer than \(patience.components.seconds) s to tell who committed whose file",
            remedy: "Check again on a calmer machine, or look at \"git log reviews decisions\"")
        ]
      }
      defer { group.cancelAll() }
      return await group.next() ?? []
    }
  }
}

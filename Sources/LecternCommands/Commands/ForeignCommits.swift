import ReviewCore
import ReviewStore

extension Surroundings {
  /// The files of reviews and decisions that somebody else's commit changed, as warnings; none where
  /// the folder is in no repository, or the history takes longer than anybody waits.
  func foreignCommits(in folder: ReviewFolder) async -> [Fault] {
    guard let content = try? fileSystem.read(folder.path(of: .summit)),
      let document = try? JSONDocument(content.bytes),
      let event = try? EventReader.read(document).value
    else { return [] }
    let git = GitProcess(environment: environment, mayAsk: false).run
    return await withTaskGroup(of: [Fault].self) { group in
      group.addTask { await folder.foreignCommits(of: event, by: git) }
      group.addTask {
        try? await Task.sleep(for: .seconds(20))
        return []
      }
      defer { group.cancelAll() }
      return await group.next() ?? []
    }
  }
}

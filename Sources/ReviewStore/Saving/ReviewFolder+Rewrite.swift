import ReviewCore
import SystemPackage

/// What a rewrite wants a file to hold.
struct Rewrite<Outcome> {
  /// The new bytes, file by file; nil leaves a file as it is.
  var bytes: [[UInt8]?]
  /// What to give back once they are on the disk.
  var outcome: Outcome
}

extension ReviewFolder {
  /// Reads files under their folder's lock, and writes what `body` makes of them, durably. Bytes
  /// that are there already are not written again.
  ///
  /// Where a program that knows of no lock changed a file in between (an editor, git, a sync
  /// program), all is read again and `body` is asked again.
  ///
  /// - Parameters:
  ///   - files: files that one folder holds.
  ///   - failure: makes the caller's error of the store's.
  /// - Returns: what `body` gives back, and what the files are now.
  /// - Throws: `failure` of a `StoreError` where the folder cannot be locked, read or written; what
  ///   `body` throws. Then nothing is written.
  func rewrite<Outcome, Failure: Error>(
    _ files: [FolderFile], failure: (StoreError) -> Failure,
    body: ([FileContent?]) throws(Failure) -> Rewrite<Outcome>
  ) throws(Failure) -> (outcome: Outcome, stamps: [FileStamp?]) {
    guard let first = files.first else { preconditionFailure("a rewrite needs a file") }
    let lock: FolderLock
    do throws(StoreError) { lock = try self.lock(holderOf: first) } catch { throw failure(error) }
    defer { lock.release() }
    do throws(StoreError) {
      for file in files { try refuseWayOut(to: file) }
    } catch {
      throw failure(error)
    }
    for _ in 0..<Self.attempts {
      var contents: [FileContent?] = []
      do throws(FileError) {
        for file in files { contents.append(try fileSystem.read(path(of: file))) }
      } catch {
        throw failure(StoreError(error, doing: "read"))
      }
      let wanted = try body(contents)
      do throws(FileError) {
        if let stamps = try write(wanted.bytes, files, over: contents, lock) {
          return (wanted.outcome, stamps)
        }
      } catch {
        throw failure(StoreError(error, doing: "written"))
      }
    }
    throw failure(
      StoreError(
        .locked, path(of: first), problem: "another program changes this file all the time",
        remedy: "Close the other program, or try again in a moment"))
  }

  private static var attempts: Int { 20 }

  /// Takes the lock of the folder that holds a file, making the folder where it is missing.
  private func lock(holderOf file: FolderFile) throws(StoreError) -> FolderLock {
    let holder = holder(of: file)
    do throws(FileError) {
      // The review folder may be an empty mount point now; what is saved there is lost later.
      guard try fileSystem.stamp(of: path(of: .summit)) != nil else {
        throw FileError(.noSuchFileOrDirectory, path(of: .summit))
      }
      if file.subfolder != nil { try fileSystem.makeFolder(holder, isPrivate: false) }
      return try fileSystem.lock(holder)
    } catch {
      throw StoreError(error, doing: "opened")
    }
  }

  /// Refuses to write through a link that leads out of the folder: whoever may put a link into a
  /// shared folder must not choose which file of this person's is written over.
  private func refuseWayOut(to file: FolderFile) throws(StoreError) {
    let path = path(of: file)
    var target: FilePath
    do throws(FileError) {
      let folder = try fileSystem.realPath(of: self.path.isEmpty ? "." : self.path)
      target = try fileSystem.realPath(of: self.path(of: file).containingFolder)
      if target.starts(with: folder) {
        guard try fileSystem.stamp(of: path) != nil else { return }
        target = try fileSystem.realPath(of: path)
        if target.starts(with: folder) { return }
      }
    } catch {
      throw StoreError(error, doing: "looked at")
    }
    throw StoreError(
      .notAllowed, path,
      problem: "a link leads from here out of the review folder, to \(target.string.quoted), and "
        + "nothing outside the folder is written",
      remedy: "Put the file itself in the place of the link")
  }

  /// Writes what differs; nil where a file changed in between.
  private func write(
    _ wanted: [[UInt8]?], _ files: [FolderFile], over contents: [FileContent?], _ lock: FolderLock
  ) throws(FileError) -> [FileStamp?]? {
    var stamps = contents.map { $0?.stamp }
    var places: [Int] = []
    for place in files.indices {
      guard let bytes = wanted[place] else { continue }
      if bytes == contents[place]?.bytes {
        // It may have been written a moment ago by a save that failed before its last sync.
        try fileSystem.synchronize(path(of: files[place]))
      } else {
        places.append(place)
      }
    }
    if places.isEmpty { return stamps }
    let replacements = places.map { place in
      FileReplacement(
        path(of: files[place]), bytes: wanted[place] ?? [], previous: contents[place],
        comparesBytes: !lock.isEnforced)
    }
    guard let written = try fileSystem.replace(replacements) else { return nil }
    for (place, stamp) in zip(places, written) { stamps[place] = stamp }
    return stamps
  }
}

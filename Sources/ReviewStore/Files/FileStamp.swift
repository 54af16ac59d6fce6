/// What tells one state of a file from another, without reading it.
package struct FileStamp: Hashable, Sendable {
  /// The device that it is on.
  package var device: UInt64
  /// Its number there: a replaced file has another one.
  package var inode: UInt64
  /// Its size in bytes.
  package var size: Int64
  /// When its bytes changed, in nanoseconds since 1970.
  package var modified: Int64
  /// When anything of it changed, in nanoseconds since 1970: also where a tool sets `modified` back.
  package var changed: Int64
  /// Its permissions, the lowest 12 bits of the mode.
  package var permissions: UInt32

  /// Makes a stamp.
  package init(
    device: UInt64 = 0, inode: UInt64, size: Int64, modified: Int64, changed: Int64,
    permissions: UInt32
  ) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
    self.permissions = permissions
  }
}

import FuzzTargets
import Glibc

// What libFuzzer calls, whose own `main` runs. `Scripts/fuzz` builds it; the ordinary build does not.

private let target: FuzzTarget = {
  let name = getenv("LECTERN_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.named(name) else {
    fatalError(
      "LECTERN_FUZZ=\"\(name)\" is none of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
  }
  return target
}()

/// Looks at one input; a finding ends the process, so that libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do { try target.check(bytes) } catch { fatalError("\(target.name): \(error)") }
  return 0
}

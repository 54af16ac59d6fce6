import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Surroundings {
  /// The surroundings of this process.
  package static var real: Surroundings {
    var surroundings = Surroundings(
      environment: processEnvironment, now: Clock.now,
      randomDigits: { count in
        (0..<count).map { _ in String(UInt8.random(in: 0..<16), radix: 16) }.joined()
      },
      gitSetting: GitSettings.value, output: .process)
    surroundings.userID = geteuid()
    return surroundings
  }

  private static var processEnvironment: [String: String] {
    var variables: [String: String] = [:]
    var place = environ
    while let entry = place.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      place += 1
    }
    return variables
  }
}

// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "lectern",
  products: [
    .executable(name: "lectern", targets: ["lectern"])
  ],
  dependencies: [
    // Each is named with its reason in Documentation/Decisions.md.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // An arrow may only point down this list: Documentation/Architecture.md.
    .executableTarget(name: "lectern", dependencies: ["LecternCommands"]),
    .target(
      name: "LecternCommands",
      dependencies: [
        "LecternApp", "CursesTerminal", "TerminalUI", "ReviewStore", "ReviewFormats",
        "ReviewAnalysis", "ReviewCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "LecternApp",
      dependencies: ["TerminalUI", "ReviewAnalysis", "ReviewCore"]
    ),
    .target(name: "CursesTerminal", dependencies: ["TerminalUI", "CNCurses"]),
    .target(name: "TerminalUI"),
    .target(
      name: "ReviewStore",
      dependencies: [
        "ReviewCore",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(name: "ReviewFormats", dependencies: ["ReviewAnalysis", "ReviewCore"]),
    .target(
      name: "ReviewAnalysis",
      dependencies: ["ReviewCore", .product(name: "RealModule", package: "swift-numerics")]
    ),
    .target(name: "ReviewCore"),
    .target(
      name: "CNCurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),

    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI"]),
    .testTarget(name: "CursesTerminalTests", dependencies: ["CursesTerminal", "TerminalUI"]),
    .testTarget(name: "ReviewCoreTests", dependencies: ["ReviewCore"]),
    .testTarget(
      name: "ReviewAnalysisTests",
      dependencies: [
        "ReviewAnalysis", "ReviewCore", .product(name: "RealModule", package: "swift-numerics"),
      ]
    ),
    .testTarget(name: "ReviewFormatsTests", dependencies: ["ReviewFormats", "ReviewCore"]),
    .testTarget(
      name: "ReviewStoreTests",
      dependencies: [
        "ReviewStore", "ReviewCore", .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .testTarget(
      name: "LecternAppTests",
      dependencies: [
        "LecternApp", "TerminalUI", "TwinSummits", "ReviewFormats", "ReviewAnalysis", "ReviewCore",
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "LecternCommandsTests",
      dependencies: [
        "LecternCommands", "LecternApp", "CursesTerminal", "TwinSummits", "ReviewStore",
        "ReviewFormats", "ReviewAnalysis", "ReviewCore",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(name: "TwinSummits", path: "Tests/TwinSummits"),
    .target(
      name: "FuzzTargets", dependencies: ["TerminalUI", "ReviewFormats", "ReviewCore"],
      path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Replay"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "lectern", "TerminalUI", "ReviewCore",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Support/mishaps.c"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.name != "CNCurses" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

// Its `main` is libFuzzer's, which only Scripts/fuzz links.
if Context.environment["LECTERN_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FuzzDriver", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// swift-tools-version: 6.1
// The manifest shows the architecture: a module imports only modules listed above it
// (`scripts/check-imports` enforces it). ARCHITECTURE.md says what each one is for.

import PackageDescription

// MARK: System libraries, from Debian packages (scripts/setup installs them)

let systemLibraries: [Target] = [
  .systemLibrary(
    name: "CBLAS", pkgConfig: "blas",
    providers: [.apt(["libblas-dev"])]),
  .systemLibrary(
    name: "CUnistring",
    providers: [.apt(["libunistring-dev"]), .brew(["libunistring"])]),
  .systemLibrary(
    name: "CStemmer",
    providers: [.apt(["libstemmer-dev"])]),
  .systemLibrary(
    name: "CCSV",
    providers: [.apt(["libcsv-dev"])]),
  .systemLibrary(
    name: "CZlib", pkgConfig: "zlib",
    providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
  .systemLibrary(
    name: "CZstd", pkgConfig: "libzstd",
    providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
  .systemLibrary(
    name: "CLibXML2", pkgConfig: "libxml-2.0",
    providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
  .systemLibrary(
    name: "CPNG", pkgConfig: "libpng",
    providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
  .systemLibrary(
    name: "CMD",
    providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
  // simdjson is C++; this small target gives it a C face. Library: libsimdjson-dev.
  .target(
    name: "CSimdJSON",
    linkerSettings: [.linkedLibrary("simdjson")]),
]

// MARK: Values and machinery without knowledge of text

let foundations: [Target] = [
  .target(name: "Execution"),
  .target(name: "AnalysisModel"),
  .target(name: "NumPyFormat"),
  .target(name: "Matrices", dependencies: ["CBLAS", "Execution"]),
]

// MARK: Documents and their features

let documents: [Target] = [
  .target(
    name: "Corpora",
    dependencies: [
      "AnalysisModel", "Execution", "Matrices", "NumPyFormat", "CSimdJSON", "CCSV", "CZlib", "CZstd",
      "CLibXML2",
      .product(name: "Yams", package: "Yams"),
    ]),
  .target(
    name: "TextFeatures",
    dependencies: ["AnalysisModel", "Execution", "Matrices", "CUnistring", "CStemmer"]),
]

// MARK: Engines

let engines: [Target] = [
  .target(name: "SimilaritySearch", dependencies: ["AnalysisModel", "Execution", "Matrices"]),
  .target(name: "TokenAlignment"),
  .target(
    name: "DuplicateDocuments",
    dependencies: ["AnalysisModel", "Execution", "TextFeatures", "TokenAlignment"]),
  .target(
    name: "PassageDetection", dependencies: ["AnalysisModel", "Execution", "TextFeatures"]),
  .target(name: "DocumentDates", dependencies: ["AnalysisModel", "Execution"]),
  .target(
    name: "Clustering",
    dependencies: [
      "AnalysisModel", "Execution", "Matrices", "TextFeatures", "SimilaritySearch",
    ]),
  .target(name: "Evaluation", dependencies: ["AnalysisModel", "Execution"]),
  .target(name: "Baselines", dependencies: ["AnalysisModel", "CMD"]),
]

// MARK: The public face, the reporters and the command

let faces: [Target] = [
  .target(
    name: "Benchmarking",
    dependencies: [
      "AnalysisModel", "Execution", "Matrices", "Corpora", "TextFeatures", "SimilaritySearch",
    ]),
  .target(
    name: "Refrain",
    dependencies: [
      "AnalysisModel", "Execution", "Matrices", "Corpora", "TextFeatures", "SimilaritySearch",
      "TokenAlignment", "DuplicateDocuments", "PassageDetection", "DocumentDates", "Clustering",
      "Evaluation", "Baselines",
    ]),
  .target(
    name: "Reporting",
    dependencies: [
      "AnalysisModel", "NumPyFormat", "Baselines", "CPNG",
      .product(name: "Mustache", package: "swift-mustache"),
    ],
    resources: [
      .embedInCode("Resources/report.mustache"),
      .embedInCode("Resources/document.mustache"),
      .embedInCode("Resources/report.css"),
      .embedInCode("Resources/benchmark.mustache"),
      .embedInCode("Resources/benchmark.css"),
      .embedInCode("Resources/scaling-plot.mustache"),
      .embedInCode("Resources/scaling-plot.css"),
    ]),
  .executableTarget(
    name: "RefrainCommand",
    dependencies: [
      "Refrain", "Baselines", "Benchmarking", "Reporting", "TextFeatures", "Matrices",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
      .product(name: "Yams", package: "Yams"),
    ]),
]

// MARK: Tests, one target a module, and one that runs the command as a process

func tests(
  of module: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(module)Tests", dependencies: [.byName(name: module), "TestSupport"] + dependencies,
    exclude: exclude)
}

let testTargets: [Target] = [
  .target(name: "TestSupport", dependencies: ["CZlib", "CZstd"], path: "Tests/TestSupport"),
  tests(of: "Execution"),
  tests(of: "AnalysisModel"),
  tests(of: "Matrices"),
  tests(of: "NumPyFormat"),
  tests(of: "Corpora", ["AnalysisModel", "Execution", "Matrices", "NumPyFormat"]),
  tests(of: "TextFeatures", ["AnalysisModel", "Execution", "Matrices"], exclude: ["Fixtures"]),
  tests(of: "SimilaritySearch", ["AnalysisModel", "Matrices", "Execution"]),
  tests(of: "TokenAlignment"),
  tests(of: "DuplicateDocuments", ["AnalysisModel", "Execution", "TextFeatures"]),
  tests(of: "PassageDetection", ["AnalysisModel", "Execution", "TextFeatures"]),
  tests(of: "DocumentDates", ["AnalysisModel", "Execution"]),
  tests(of: "Clustering", ["AnalysisModel", "Evaluation", "Execution", "Matrices", "TextFeatures"]),
  tests(of: "Evaluation", ["AnalysisModel", "Execution"], exclude: ["Fixtures"]),
  tests(of: "Baselines", ["AnalysisModel"]),
  tests(
    of: "Benchmarking",
    ["AnalysisModel", "Execution", "Matrices", "Corpora", "TextFeatures", "SimilaritySearch"]),
  tests(of: "Refrain", ["AnalysisModel", "Execution", "Matrices", "SimilaritySearch", "TextFeatures"]),
  tests(of: "Reporting", ["AnalysisModel", "Baselines"], exclude: ["Golden"]),
  .testTarget(
    name: "EndToEndTests", dependencies: ["RefrainCommand", "TestSupport"],
    exclude: ["Fixtures", "Golden"]),
]

let package = Package(
  name: "refrain",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Refrain", targets: ["Refrain", "Reporting", "Benchmarking"]),
    .executable(name: "refrain", targets: ["RefrainCommand"]),
    // The engines by themselves, for those who have vectors or tokens of their own; Benchmarks/ measures them.
    .library(
      name: "RefrainEngines",
      targets: ["Execution", "AnalysisModel", "Matrices", "TextFeatures", "SimilaritySearch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: systemLibraries + foundations + documents + engines + faces + testTargets,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.1
// Micro-benchmarks of the kernels: a package of its own, so that nobody who builds Refrain builds these.

import PackageDescription

// A package found by path is called after its folder, and a clone may have any name.
let refrain = String(#filePath.split(separator: "/").dropLast(2).last ?? "refrain")

let package = Package(
  name: "refrain-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(path: ".."),
    // Without its traits it replaces neither the allocator nor reference counting: kernels run as they do for users.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Kernels",
      dependencies: [
        .product(name: "RefrainEngines", package: refrain),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Kernels",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)

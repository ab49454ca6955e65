import Benchmark

/// What `swift package benchmark` runs. All kernels run on one thread: a micro-benchmark that also measures how
/// tasks are scheduled tells less about both.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock, .peakMemoryResident],
    warmupIterations: 1, maxDuration: .seconds(3), maxIterations: 100)
  registerTextBenchmarks()
  registerSearchBenchmarks()
}

package org.concordqda.bench;

/// One group of measurements, run by [AllBenchmarks] in a JVM of its own. An implementation has a
/// public constructor without parameters and is named in the list of [AllBenchmarks].
public interface Benchmark {
    /// Measures, and reports each figure as it is known.
    ///
    /// @throws Exception anything: the other benchmarks still run, the whole then fails
    void run(Report out) throws Exception;

    /// Largest heap of the JVM it runs in, as `-Xmx` takes it.
    default String heap() {
        return "2g";
    }
}

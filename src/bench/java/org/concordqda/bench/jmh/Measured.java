package org.concordqda.bench.jmh;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the JMH benchmarks of a class, each in a JVM of its own: milliseconds by “method part”.
final class Measured {
    /// JMH still uses Unsafe, of which Java warns once per JVM.
    static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    private Measured() {}

    /// The mean of three iterations of half a second, after three to warm up.
    static Map<String, Double> all(Class<?> type) throws RunnerException {
        return run(
                options(type)
                        .mode(Mode.AverageTime)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(500)));
    }

    /// A single call: for what takes seconds.
    static Map<String, Double> once(Class<?> type) throws RunnerException {
        return run(
                options(type)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1));
    }

    private static ChainedOptionsBuilder options(Class<?> type) {
        return new OptionsBuilder()
                .include("^" + type.getName().replace(".", "\\.") + "\\.")
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(1)
                .jvmArgs("-Xmx2g", "--enable-native-access=ALL-UNNAMED", QUIET)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static Map<String, Double> run(ChainedOptionsBuilder options) throws RunnerException {
        Map<String, Double> found = new HashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String method = result.getParams().getBenchmark().replaceFirst("^.*\\.", "");
            String part = result.getParams().getParam("part");
            found.put(method + " " + part, result.getPrimaryResult().getScore());
        }
        return found;
    }
}

package org.concordqda.bench;

import java.util.List;

/// One group of measurements, run by [AllBenchmarks] in a JVM of its own. An implementation has a
/// public constructor without parameters and is named in the list of [AllBenchmarks].
public interface Benchmark {
    /// Measures, and reports each figure as it is known.
    ///
    /// @throws Exception anything: the other benchmarks still run, the whole then fails
    void run(Report out) throws Exception;

    /// Further options of that JVM.
    default List<String> options() {
        return List.of();
    }

    /// Options with which a window is drawn into memory by software, the toolkit as modules as in the program.
    static List<String> window() {
        return List.of(
                "--module-path=" + System.getProperty("jdk.module.path", "target/javafx"),
                "--add-modules=javafx.controls,jfx.incubator.richtext,javafx.swing",
                "--enable-native-access=javafx.graphics",
                "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                "--add-opens=javafx.graphics/com.sun.javafx.text=ALL-UNNAMED",
                "--add-opens=javafx.graphics/com.sun.javafx.font.freetype=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dtestfx.robot=glass",
                "-Dtestfx.headless=true",
                // Draws as soon as there is something to draw, instead of at the next sixtieth of a
                // second.
                "-Djavafx.animation.fullspeed=true");
    }

    /// Largest heap of the JVM it runs in, as `-Xmx` takes it.
    default String heap() {
        return "2g";
    }
}

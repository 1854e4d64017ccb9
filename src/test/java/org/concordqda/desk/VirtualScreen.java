package org.concordqda.desk;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// A screen that nobody sees: an Xvfb of this process, on a number that was free, ended after the process.
public final class VirtualScreen implements ExecutionCondition {
    private static Optional<String> missing;
    private static String display = "";

    /// Starts it once; what is missing, or empty when windows can open.
    static synchronized Optional<String> start() {
        if (missing == null) {
            missing = reason();
            missing.ifPresent(System.out::println);
        }
        return missing;
    }

    /// Its name, for programs started beside this one.
    static String display() {
        return display;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (headless()) {
            return ConditionEvaluationResult.disabled("Needs a real window.");
        }
        return start().map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("A virtual screen is there."));
    }

    /// Whether this process draws its windows into memory.
    static boolean headless() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    private static Optional<String> reason() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("Tests in a real window are skipped: they run on Linux.");
        }
        try {
            SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global());
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    "Tests in a real window are skipped: GTK 3 is not installed"
                            + " (apt-get install libgtk-3-0).");
        }
        try {
            display = ":" + xvfb();
            setDisplay(display);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "Tests in a real window are skipped: Xvfb does not start"
                            + " (apt-get install xvfb).");
        }
    }

    /// Starts the server and reads which number it took. A shell ends it once this process has ended, however
    /// that was: ended any earlier, it would take this process with it.
    private static String xvfb() throws IOException {
        Process server =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp &"
                                        + " exec >/dev/null; read ended; kill $!")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String number = server.inputReader().readLine();
        if (number == null) {
            throw new IOException("Xvfb ended");
        }
        return number.strip();
    }

    /// GTK reads the screen from the environment of the process, which Java itself cannot change.
    private static void setDisplay(String name) {
        Linker linker = Linker.nativeLinker();
        var setenv =
                linker.downcallHandle(
                        linker.defaultLookup().find("setenv").orElseThrow(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed =
                    (int)
                            setenv.invokeExact(
                                    arena.allocateFrom("DISPLAY"), arena.allocateFrom(name), 1);
            if (failed != 0) {
                throw new AssertionError("setenv failed");
            }
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}

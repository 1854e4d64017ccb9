package org.concordqda;

import org.concordqda.cli.Main;
import org.concordqda.cli.SampleCommand;
import org.concordqda.desk.Desk;
import org.concordqda.desk.NoDisplayException;
import org.concordqda.settings.SettingsFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where the program starts: no arguments or a study file opens the desk, a sub-command runs the command
/// line, which loads no class of JavaFX.
public final class Concord {
    private static final long LARGEST_LOG = 2_000_000;

    private Concord() {}

    public static void main(String[] args) {
        if (args.length == 0) {
            System.exit(desk(Optional.empty()));
        }
        if (args.length == 1 && isStudy(args[0])) {
            System.exit(desk(Optional.of(Path.of(args[0]))));
        }
        if (args.length == 3 && args[0].equals("sample") && hasDisplay()) {
            System.exit(sample(args));
        }
        System.exit(Main.run(args));
    }

    /// With a display the sample study is built and opened; a display that turns out to be dead is none.
    private static int sample(String[] args) {
        keepLog();
        String[] build = Arrays.copyOf(args, 4);
        build[3] = "--only-build";
        int built = Main.run(build);
        if (built != 0) {
            return built;
        }
        try {
            Desk.launch(Optional.of(SampleCommand.study(Path.of(args[2]))));
            return 0;
        } catch (NoDisplayException dead) {
            return Main.run(args);
        }
    }

    private static int desk(Optional<Path> study) {
        keepLog();
        try {
            if (!hasDisplay()) {
                return Main.noDisplay();
            }
            Desk.launch(study);
            return 0;
        } catch (NoDisplayException none) {
            return Main.noDisplay();
        }
    }

    /// A window has no terminal to write to: what goes wrong goes to `concord.log` beside the settings. Before the
    /// first logger is made.
    private static void keepLog() {
        Path log = SettingsFolder.ofThisPerson().resolve("concord.log");
        try {
            if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
                Files.move(
                        log,
                        log.resolveSibling("concord.log.old"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException full) {
            // It goes on growing; no reason not to start.
        }
        System.setProperty("concord.log", log.toString());
    }

    /// On Linux a window needs an X or Wayland display; elsewhere there always is one to try.
    private static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || isSet(System.getenv("DISPLAY"))
                || isSet(System.getenv("WAYLAND_DISPLAY"))
                || "Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean isSet(@org.jspecify.annotations.Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static boolean isStudy(String word) {
        return word.endsWith(".concord") || Files.isRegularFile(Path.of(word));
    }
}

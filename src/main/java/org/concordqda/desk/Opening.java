package org.concordqda.desk;

import javafx.application.Platform;

import org.concordqda.study.Study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The studies that are about to be open, so that none is opened twice: the second time it could only be
/// read. JavaFX thread only.
final class Opening {
    private final List<Path> paths = new ArrayList<>();

    /// What opens a study, in any thread; empty when it is being opened already.
    Optional<Supplier<Study>> of(Path path) {
        if (paths.stream().anyMatch(other -> same(other, path))) {
            return Optional.empty();
        }
        paths.add(path);
        return Optional.of(
                () -> {
                    try {
                        return Study.open(path);
                    } finally {
                        Platform.runLater(() -> paths.remove(path));
                    }
                });
    }

    /// Whether two paths are one file, by name where one of them is not there.
    static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        }
    }
}

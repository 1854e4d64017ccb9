package org.concordqda.intake;

import org.concordqda.model.ImportProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files an import is about: named files in the order given, folders with everything below them,
/// sorted by path; hidden files are passed over.
final class FileWalk {
    private final List<InputFile> found = new ArrayList<>();
    private final Map<String, Path> keys = new HashMap<>();

    private FileWalk() {}

    static List<InputFile> of(List<Path> given, SourceSink sink) {
        FileWalk walk = new FileWalk();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                walk.folder(path, sink);
            } else {
                walk.add(path, 1, true);
            }
        }
        return walk.found;
    }

    private void folder(Path folder, SourceSink sink) {
        try (Stream<Path> below = Files.walk(folder)) {
            below.filter(Files::isRegularFile)
                    .filter(p -> !hidden(folder.relativize(p)))
                    .sorted(Comparator.comparing(p -> slashed(folder.relativize(p))))
                    .forEach(p -> add(p, folder.relativize(p).getNameCount(), false));
        } catch (IOException | UncheckedIOException e) {
            sink.problem(
                    new ImportProblem(
                            name(folder),
                            "",
                            "the folder could not be read (" + e.getMessage() + ")."));
        }
    }

    /// Two files of one name in different folders are told apart by their folder.
    ///
    /// @param below how many parts of the path lie below what the person named
    private void add(Path path, int below, boolean named) {
        String name = name(path);
        Path whole = path.toAbsolutePath().normalize();
        String key = name;
        int parts = Math.max(2, below);
        while (!keys.getOrDefault(key, whole).equals(whole) && parts <= whole.getNameCount()) {
            int all = whole.getNameCount();
            key = slashed(whole.subpath(all - parts, all));
            parts++;
        }
        keys.put(key, whole);
        found.add(new InputFile(path, name, key, named));
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
                return true;
            }
        }
        return false;
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }
}

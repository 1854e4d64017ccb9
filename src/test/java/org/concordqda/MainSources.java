package org.concordqda;

import com.tngtech.archunit.core.domain.JavaClasses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One source file of the program, for rules that byte code cannot answer.
///
/// @param path below `src/main/java`
/// @param lines its lines
record MainSources(Path path, List<String> lines) {
    private static final Path ROOT = Path.of("src", "main", "java");

    /// Writers of rows and checks of the file; all of them live in `store`.
    private static final Set<String> HIDDEN_ROWS =
            Set.of("Tx", "Bulk", "Journal", "Toggle", "Schema", "FullText", "Backups", "Erase");

    static List<MainSources> code() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> java = files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            List<MainSources> read = new java.util.ArrayList<>();
            for (Path file : java) {
                read.add(new MainSources(ROOT.relativize(file), Files.readAllLines(file)));
            }
            return read;
        }
    }

    static boolean mayNameHiddenRows(MainSources file) {
        return file.path().getParent().endsWith("store")
                && (HIDDEN_ROWS.contains(file.simpleName())
                        || file.simpleName().startsWith("Check"));
    }

    boolean bound(String rule, JavaClasses classes) {
        String name = path.toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".");
        return !classes.contain(name) || ArchitectureTest.bound(rule).test(classes.get(name));
    }

    /// Lines outside comments that contain the pattern, with their place.
    Stream<String> linesMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).strip().startsWith("//"))
                .filter(i -> pattern.matcher(lines.get(i)).find())
                .mapToObj(i -> path + ":" + (i + 1) + " " + lines.get(i).strip());
    }

    private String simpleName() {
        return path.getFileName().toString().replaceAll("\\.java$", "");
    }
}

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the runnable program in `target/app`: `lib` (class path), `javafx` (modules), `bin` (start
/// scripts and the JDK that built it). Run by Maven with that JDK:
/// `java AppFolder.java PROJECT APP JAR MAIN-CLASS JAVAFX-MODULES JAVAFX-FOLDER CLASS-PATH`.
final class AppFolder {
    private AppFolder() {}

    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        Path app = Path.of(args[1]);
        Stream<Path> parts =
                Stream.of(args[6].split(File.pathSeparator))
                        .filter(part -> part.endsWith(".jar") && !part.contains("openjfx"))
                        .map(Path::of);
        fill(app.resolve("lib"), Stream.concat(Stream.of(Path.of(args[2])), parts).toList());
        try (Stream<Path> modules = Files.list(Path.of(args[5]))) {
            fill(app.resolve("javafx"), modules.toList());
        }
        Path bin = Files.createDirectories(app.resolve("bin"));
        script(project, bin, "concord", "\n", args);
        script(project, bin, "concord.bat", "\r\n", args);
        Files.writeString(bin.resolve("java-home"), System.getProperty("java.home") + "\n");
        Files.copy(
                project.resolve("LICENSE"),
                app.resolve("LICENSE"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Leaves exactly these files in the folder: an older version of a part would be found too.
    private static void fill(Path folder, List<Path> files) throws IOException {
        Files.createDirectories(folder);
        Set<Path> wanted = new HashSet<>();
        for (Path file : files) {
            Path to = folder.resolve(file.getFileName());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            wanted.add(to);
        }
        try (Stream<Path> there = Files.list(folder)) {
            for (Path file : there.filter(f -> !wanted.contains(f)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void script(Path project, Path bin, String name, String end, String[] args)
            throws IOException {
        String text =
                Files.readString(project.resolve("bin").resolve(name))
                        .replace("@main.class@", args[3])
                        .replace("@javafx.modules@", args[4]);
        Path file = bin.resolve(name);
        Files.writeString(file, text.replace("\r\n", "\n").replace("\n", end));
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }
}

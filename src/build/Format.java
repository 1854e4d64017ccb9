import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format over every source file: `java Format.java PROJECT JAR check|write`.
/// Run by Maven with the JDK that compiles, whose syntax the formatter has to read.
final class Format {
    private Format() {}

    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        boolean write = args[2].equals("write");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                args[1],
                                "--aosp",
                                "--skip-javadoc-formatting",
                                // Reflowed strings are indented otherwise the second time.
                                "--skip-reflowing-long-strings"));
        command.addAll(
                write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            files.filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .map(f -> project.relativize(f).toString())
                    .forEach(command::add);
        }
        int code =
                new ProcessBuilder(command)
                        .directory(project.toFile())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0 && !write) {
            System.err.println(
                    "The files above are not formatted; mvn -q -Pformat process-sources formats"
                            + " them.");
        }
        System.exit(code);
    }
}

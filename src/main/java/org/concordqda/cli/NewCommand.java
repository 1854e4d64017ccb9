package org.concordqda.cli;

import org.concordqda.model.Approach;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.study.CodebookFiles;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

@Command(
        name = "new",
        description = "Make a study, with codebooks from templates or files.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The file to make (NAME.concord).")
    private @Nullable Path study;

    @Option(
            names = "--codebook",
            paramLabel = "TEMPLATE|FILE",
            description =
                    "A built-in template (dl-defects, dl-process, dl-lifecycle) or a YAML, CSV or"
                            + " XLSX file; repeat for several.")
    private List<String> codebooks = new ArrayList<>();

    @Option(
            names = {"--coder", "--as"},
            paramLabel = "NAME",
            description =
                    "Who makes the study and acts in it; default: the name you are logged in with.")
    private String coder = System.getProperty("user.name", "Coder");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What people read; default: the file's name.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print machine-readable results.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path file = withEnding(Objects.requireNonNull(study));
        List<ImportedCodebook> read = codebooks.stream().map(CodebookFiles::read).toList();
        String fileName = Objects.requireNonNull(file.getFileName()).toString();
        String title = name != null ? name : fileName.replaceFirst("\\.concord$", "");
        try (Study made =
                Study.create(file, new Study.Start(title, Approach.CODEBOOK, coder, read))) {
            List<Dimension> dimensions = made.codebooks().draft().dimensions();
            if (json) {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("study", file.toString());
                result.put("name", title);
                result.put("coder", coder);
                result.put("dimensions", dimensions.stream().map(Dimension::name).toList());
                JsonOut.print(out, result);
            } else {
                out.printf("Made %s: coder %s, %d dimensions.%n", file, coder, dimensions.size());
                if (dimensions.isEmpty()) {
                    out.println(
                            "It has no codebook yet; built-in ones are "
                                    + String.join(", ", CodebookFiles.templates())
                                    + ".");
                }
            }
        }
        out.flush();
        return 0;
    }

    static Path withEnding(Path given) {
        return given.toString().endsWith(".concord")
                ? given
                : given.resolveSibling(given.getFileName() + ".concord");
    }
}

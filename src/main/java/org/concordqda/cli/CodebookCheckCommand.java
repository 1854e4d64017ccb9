package org.concordqda.cli;

import org.concordqda.model.Check;
import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.study.CodebookFields;
import org.concordqda.study.Codebooks;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@Command(
        name = "check",
        description =
                "List the checks of a dimension, which warn where two answers contradict each other; add"
                        + " one or remove one.",
        mixinStandardHelpOptions = true)
final class CodebookCheckCommand extends StudyCommand {
    @Parameters(index = "1", paramLabel = "DIMENSION", description = "The dimension.")
    private String dimension = "";

    @Option(
            names = "--when",
            paramLabel = "CODE",
            description = "Its code that the check is about.")
    private @Nullable String when;

    @Option(
            names = "--with",
            paramLabel = "DIMENSION=CODE[,CODE]",
            description = "The other answer that contradicts.")
    private @Nullable String with;

    @Option(names = "--warn", paramLabel = "SENTENCE", description = "What the form says then.")
    private @Nullable String warn;

    @Option(names = "--remove", paramLabel = "N", description = "Remove the Nth check, from 1.")
    private int remove;

    @Override
    int run(Study open) {
        Codebook draft = open.codebooks().draft();
        Dimension d = Codebooks.named(draft, dimension);
        List<Check> checks = new ArrayList<>(d.checks());
        if (remove != 0) {
            if (remove < 1 || remove > checks.size()) {
                throw new ConcordException(
                        "“"
                                + d.name()
                                + "” has no check number "
                                + remove
                                + "; nothing was changed.");
            }
            checks.remove(remove - 1);
            store(open, d, checks);
        } else if (when != null || with != null || warn != null) {
            if (when == null || with == null || warn == null || warn.isBlank()) {
                throw usage(
                        "A check needs --when CODE, --with DIMENSION=CODE and --warn SENTENCE.");
            }
            checks.add(check(draft, d, when, with, warn.strip()));
            store(open, d, checks);
        }
        print(checks);
        return 0;
    }

    private Check check(Codebook draft, Dimension d, String about, String other, String sentence) {
        int equals = other.indexOf('=');
        if (equals < 1) {
            throw usage("--with is DIMENSION=CODE, not “" + other + "”.");
        }
        Dimension against = Codebooks.named(draft, other.substring(0, equals).strip());
        List<String> values = new ArrayList<>();
        for (String value : other.substring(equals + 1).split(",")) {
            values.add(within(draft, against, value.strip()).key());
        }
        return new Check(within(draft, d, about).key(), against.key(), values, sentence);
    }

    private static Code within(Codebook draft, Dimension d, String code) {
        return Codebooks.coded(draft, d.name() + " > " + code);
    }

    private static void store(Study open, Dimension d, List<Check> checks) {
        new CodebookFields(open).change(CodebookFields.withChecks(d, checks), false, "");
    }

    private void print(List<Check> checks) {
        if (json()) {
            JsonOut.print(
                    out(),
                    checks.stream()
                            .map(
                                    c ->
                                            Map.of(
                                                    "when", c.when(),
                                                    "dimension", c.dimension(),
                                                    "values", c.values(),
                                                    "warn", c.warn()))
                            .toList());
            return;
        }
        if (checks.isEmpty()) {
            out().println("No checks.");
        }
        for (int i = 0; i < checks.size(); i++) {
            Check c = checks.get(i);
            out().printf(
                            "%d  %s with %s = %s: “%s”%n",
                            i + 1,
                            c.when(),
                            c.dimension(),
                            String.join(" or ", c.values()),
                            c.warn());
        }
    }
}

package org.concordqda.cli;

import org.concordqda.model.Dimension;
import org.concordqda.study.CodebookFields;
import org.concordqda.study.CodebookShape;
import org.concordqda.study.Codebooks;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(
        name = "dimension",
        description =
                "Set a field of a dimension (name, key, aliases, question, scope, choice, scale,"
                        + " appliesTo, askedWhen as DIMENSION=KEY,KEY, carried, reliability,"
                        + " reliabilityReason, source), move it or remove it.",
        mixinStandardHelpOptions = true)
final class CodebookDimensionCommand extends StudyCommand {
    @Parameters(index = "1", paramLabel = "DIMENSION", description = "The dimension.")
    private String dimension = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "FIELD", description = "The field.")
    private @Nullable String field;

    @Parameters(index = "3", arity = "0..1", paramLabel = "VALUE", description = "What it says.")
    private String value = "";

    @Option(
            names = "--meaning",
            negatable = true,
            description = "The change is of meaning, or only of wording. Default: by field.")
    private @Nullable Boolean meaning;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--to", paramLabel = "N", description = "Its place in the order, from 1.")
    private int to;

    @Option(names = "--remove", description = "Remove it, if nothing uses it.")
    private boolean remove;

    @Override
    int run(Study open) {
        Dimension d = Codebooks.named(open.codebooks().draft(), dimension);
        if (remove) {
            new CodebookShape(open).removeDimension(d.id());
            return done("“" + d.name() + "” was removed.", d);
        }
        if (to > 0) {
            int at = open.codebooks().draft().dimensions().indexOf(d);
            new CodebookShape(open).moveDimension(d.id(), at < to - 1 ? to : to - 1);
            return done("“" + d.name() + "” is asked as number " + to + ".", d);
        }
        if (field == null) {
            throw usage("Say which field, --to N or --remove.");
        }
        boolean means = meaning != null ? meaning : CodebookFields.meaningful(field);
        new CodebookFields(open).change(CodebookFields.with(d, field, value), means, reason);
        return done(
                "Changed "
                        + field
                        + " of “"
                        + d.name()
                        + "”, as a change of "
                        + (means ? "meaning." : "wording."),
                d);
    }

    private int done(String sentence, Dimension d) {
        if (json()) {
            JsonOut.print(out(), Map.of("id", d.id().value(), "done", sentence));
        } else {
            out().println(sentence);
        }
        return 0;
    }
}

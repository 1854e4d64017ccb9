package org.concordqda.cli;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.Rating;
import org.concordqda.model.Round;
import org.concordqda.model.Source;
import org.concordqda.model.SourceText;
import org.concordqda.model.Unit;
import org.concordqda.model.UnitId;
import org.concordqda.study.Form;
import org.concordqda.study.Form.Question;
import org.concordqda.study.FormAnswers;
import org.concordqda.study.FormAnswers.Answer;
import org.concordqda.study.Ratings.Beside;
import org.concordqda.study.Study;
import org.concordqda.study.ValueLookup;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Command(
        name = "rate",
        description =
                "Answer the form of a source for one of its units; without answers: show the form with"
                        + " what you answered and what is open.",
        mixinStandardHelpOptions = true)
final class RateCommand extends StudyCommand {
    @Parameters(index = "1", paramLabel = "SOURCE", description = "The source's key.")
    private String key = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "DIMENSION=CODE[;CODE]",
            description =
                    "An answer: names, keys or aliases. Nothing after = says “none of these” where"
                            + " several may be chosen.")
    private List<String> answers = new ArrayList<>();

    @Option(
            names = "--unit",
            paramLabel = "N",
            description = "Which unit of the source, from 1 (default: the first).")
    private int unit = 1;

    @Option(names = "--add-unit", description = "Add a unit that you found, and answer for it.")
    private boolean add;

    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "The round to rate in (default: the latest open one).")
    private @Nullable String round;

    @Option(
            names = "--clear",
            paramLabel = "DIMENSION",
            description = "Take your answer away: the question is open again.")
    private List<String> clear = new ArrayList<>();

    @Option(
            names = "--note",
            paramLabel = "WORDS",
            description = "A note beside the answers given.")
    private @Nullable String note;

    @Option(
            names = "--other",
            paramLabel = "WORDS",
            description = "What is meant by the code Other of the answers given.")
    private @Nullable String other;

    @Option(
            names = "--certainty",
            paramLabel = "low|medium|high",
            description = "How sure the answers given are.")
    private @Nullable String certainty;

    @Option(
            names = "--flag",
            paramLabel = "WORD",
            description = "discuss, second opinion or translated, on the answers given.")
    private List<String> flags = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "WORDS",
            description = "Words of the text that the answers given rest on.")
    private @Nullable String evidence;

    @Option(
            names = "--nth",
            paramLabel = "N",
            description = "Which of several places the words of --evidence stand at, from 1.")
    private int nth;

    @Option(names = "--done", description = "You are done with the source; says what is open.")
    private boolean done;

    @Override
    int run(Study open) {
        check();
        Source source = Named.source(open, key);
        boolean acts = add || done || !answers.isEmpty() || !clear.isEmpty();
        Optional<Round> in =
                acts || round != null
                        ? Optional.of(Named.round(open, round))
                        : open.rounds().list().isEmpty()
                                ? Optional.empty()
                                : Optional.of(Named.round(open, null));
        Codebook book =
                in.map(r -> open.codebooks().version(r.version()))
                        .orElseGet(() -> open.codebooks().draft());
        if (acts) {
            act(open, source, in.orElseThrow(), book);
        }
        Form form = form(open, source, in, book);
        if (json()) {
            FormText.json(form, book, out());
        } else {
            FormText.print(source.key(), form, book, out());
            for (String name : unasked(form)) {
                out().println(
                                name
                                        + ": your answer is kept; the question is asked when "
                                        + condition(book, Named.rated(book, name))
                                        + ".");
            }
            if (done) {
                out().println("You are done with it.");
            }
        }
        return 0;
    }

    private void check() {
        if (answers.isEmpty()
                && (note != null
                        || other != null
                        || certainty != null
                        || evidence != null
                        || !flags.isEmpty())) {
            throw usage(
                    "--note, --other, --certainty, --flag and --evidence stand beside an answer: give"
                            + " one, as in"
                            + " \"DL stage=Training\".");
        }
        OptionWords.of(line(), "--certainty", certainty, Rating.CERTAINTIES, word -> word);
        for (String flag : flags) {
            OptionWords.of(line(), "--flag", flag, Rating.FLAG_WORDS, word -> word);
        }
    }

    private void act(Study open, Source source, Round in, Codebook book) {
        // All is understood before anything is stored.
        Map<Dimension, List<CodeId>> given = new LinkedHashMap<>();
        for (String answer : answers) {
            int at = answer.indexOf('=');
            if (at < 1) {
                throw usage("“" + answer + "” is not an answer; write DIMENSION=CODE.");
            }
            Dimension dimension = Named.rated(book, answer.substring(0, at).strip());
            if (!dimension.asks(source.kind())) {
                throw new ConcordException(
                        dimension.name() + " is not asked of such a source; nothing was rated.");
            }
            if (given.put(dimension, codes(dimension, answer.substring(at + 1).strip())) != null) {
                throw usage(
                        dimension.name()
                                + " is answered twice; where several values hold, write"
                                + " DIMENSION=CODE;CODE.");
            }
        }
        Optional<int[]> rests =
                Optional.ofNullable(evidence)
                        .map(words -> Quoted.find(key, text(open, source), words, nth));
        List<Dimension> cleared = clear.stream().map(name -> Named.rated(book, name)).toList();
        Optional<UnitId> of = add ? Optional.empty() : unitOf(open, source);
        // A unit that is found by this has no answers to keep anything of.
        List<Question> asked =
                add ? List.of() : form(open, source, Optional.of(in), book).questions();
        List<Answer> all = new ArrayList<>();
        given.forEach(
                (dimension, codes) ->
                        all.add(
                                new Answer(
                                        dimension,
                                        codes,
                                        beside(
                                                asked.stream()
                                                        .filter(
                                                                q ->
                                                                        q.dimension()
                                                                                .equals(dimension))
                                                        .map(Question::beside)
                                                        .findFirst()
                                                        .orElse(Beside.NONE)))));
        new FormAnswers(in.id(), source.id(), of, add, all, cleared, rests, done).store(open);
        if (add) {
            unit = open.units().of(source.id()).size();
        }
    }

    /// The unit that is meant; empty where the source has none yet.
    private Optional<UnitId> unitOf(Study open, Source source) {
        List<Unit> units = open.units().of(source.id());
        if (unit < 1 || unit > Math.max(1, units.size())) {
            throw noUnit(units.size());
        }
        return units.isEmpty() ? Optional.empty() : Optional.of(units.get(unit - 1).id());
    }

    private String text(Study open, Source source) {
        return open.sources()
                .text(source.id())
                .map(SourceText::text)
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "The text of “"
                                                + key
                                                + "” was not imported; nothing was rated."));
    }

    private Beside beside(Beside was) {
        return new Beside(
                other == null ? was.other() : other,
                note == null ? was.note() : note,
                certainty == null ? was.certainty() : certainty,
                flags.isEmpty() ? was.flags() : flags);
    }

    private static List<CodeId> codes(Dimension dimension, String written) {
        if (written.isEmpty()) {
            if (dimension.choice() == Choice.ONE) {
                throw new ConcordException(
                        dimension.name()
                                + " has one value; nothing after = is none. --clear takes an answer"
                                + " away. Nothing was rated.");
            }
            return List.of();
        }
        ValueLookup values = new ValueLookup(dimension);
        ValueLookup.Found found = values.find(written);
        if (!found.unknown().isEmpty()) {
            String word = found.unknown().getFirst();
            throw new ConcordException(
                    "“"
                            + word
                            + "” is no code of "
                            + dimension.name()
                            + ", or of several; nothing was rated. Nearest: "
                            + String.join("; ", values.nearest(word))
                            + ".");
        }
        return found.codes().stream().map(Code::id).toList();
    }

    private Form form(Study open, Source source, Optional<Round> in, Codebook book) {
        unitOf(open, source);
        return Form.of(open, source, unit - 1, book, in.map(Round::id), Optional.of(open.actor()));
    }

    private ConcordException noUnit(int units) {
        return new ConcordException(
                "“"
                        + key
                        + "” has "
                        + Words.counted(units, "unit")
                        + "; there is no unit "
                        + unit
                        + ". --add-unit adds one. Nothing was rated.");
    }

    private static String condition(Codebook book, Dimension dimension) {
        return dimension.askedWhen().map(c -> met(book, c)).orElse("it applies");
    }

    private static String met(Codebook book, Condition condition) {
        Optional<Dimension> other = book.dimension(condition.dimension());
        List<String> values = new ArrayList<>();
        for (String key : condition.values()) {
            values.add(
                    other.stream()
                            .flatMap(d -> d.allCodes().stream())
                            .filter(code -> code.key().equals(key))
                            .map(Code::name)
                            .findFirst()
                            .orElse(key));
        }
        return other.map(Dimension::name).orElse(condition.dimension())
                + " is "
                + String.join(" or ", values);
    }

    /// Dimensions that were answered although their condition is not met.
    private List<String> unasked(Form form) {
        return answers.stream()
                .map(answer -> answer.substring(0, answer.indexOf('=')).strip())
                .filter(
                        name ->
                                form.questions().stream()
                                        .noneMatch(q -> Named.means(q.dimension(), name)))
                .toList();
    }
}

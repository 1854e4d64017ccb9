package org.concordqda.study;

import org.concordqda.model.Approach;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.SourceKind;
import org.concordqda.model.TurnKind;
import org.concordqda.model.Unit;
import org.concordqda.store.Journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A believable small study for tests of the desk: eight issues and an interview, two coders, a blind
/// round with ratings and passages.
public final class DeskStudies {
    public static final String BODY =
            """
            I use the released weights and the released config, nothing changed. Since I updated cuDNN from 7.6 to 8.1 the first epoch dies:

            ```
            RuntimeError: CUDNN_STATUS_EXECUTION_FAILED
              at conv_forward (backbone.py:118)
            ```

            With the old version it trains, but 3 points below the reported mAP, same data, same seed. 😕""";

    private DeskStudies() {}

    static ImportedSource issue(String key, String title, String label, String... bodies) {
        StringBuilder text = new StringBuilder(title);
        List<ImportedTurn> turns = new ArrayList<>();
        String[] who = {"reuser-17", "maintainer-2", "reuser-17"};
        String[] role = {"NONE", "MEMBER", "NONE"};
        for (String body : bodies) {
            text.append("\n\n");
            int start = text.length();
            text.append(body);
            int i = turns.size();
            turns.add(
                    new ImportedTurn(
                            i == 0 ? TurnKind.BODY : TurnKind.COMMENT,
                            Optional.of(who[i % 3]),
                            Optional.of(role[i % 3]),
                            Optional.of("2021-03-0" + (4 + i % 5) + "T00:00:00Z"),
                            start,
                            start,
                            start,
                            text.length(),
                            Map.of()));
        }
        return new ImportedSource(
                SourceKind.ISSUE,
                key,
                title,
                text.toString(),
                1,
                turns,
                Map.of("labels", label, "state", "closed"),
                Optional.of("2021-03-04T00:00:00Z"),
                Optional.empty(),
                "issues.json",
                org.concordqda.text.Hashes.sha256(key + text),
                new byte[0],
                List.of(),
                List.of());
    }

    static ImportedSource interview() {
        String[] lines = {
            "I: How do you choose a model to reuse?",
            "P3: Mostly by stars, and whether somebody answers the issues. 文档很重要.",
            "I: And when it does not reproduce?",
            "P3: Then I look at the config first. Half of the time the paper used another one."
        };
        StringBuilder text = new StringBuilder();
        List<ImportedTurn> turns = new ArrayList<>();
        for (String line : lines) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            int start = text.length();
            int colon = line.indexOf(": ") + 2;
            text.append(line);
            turns.add(
                    new ImportedTurn(
                            TurnKind.TURN,
                            Optional.of(line.substring(0, colon - 2)),
                            Optional.of(line.startsWith("I") ? "interviewer" : "participant"),
                            Optional.empty(),
                            start,
                            start + colon,
                            start + colon,
                            text.length(),
                            Map.of()));
        }
        return new ImportedSource(
                SourceKind.TRANSCRIPT,
                "p3.txt",
                "Interview P3, practitioner",
                text.toString(),
                1,
                turns,
                Map.of("role", "practitioner"),
                Optional.empty(),
                Optional.empty(),
                "p3.txt",
                org.concordqda.text.Hashes.sha256(text.toString()),
                new byte[0],
                List.of(),
                List.of());
    }

    /// A study whose codebook asks of whole units only, with one issue and no round; “Coder A” acts.
    public static Study ofUnitsAlone(Path folder) {
        Study study =
                Study.create(
                        folder.resolve("units.concord"),
                        new Study.Start(
                                "Units",
                                Approach.CODEBOOK,
                                "Coder A",
                                List.of(
                                        new ImportedCodebook(
                                                "",
                                                "Units",
                                                "",
                                                "",
                                                "",
                                                List.of(
                                                        Fixtures.dimension(
                                                                "Stage",
                                                                Scope.UNIT,
                                                                Choice.ONE,
                                                                Fixtures.code("Training")))))));
        add(study, Fixtures.issue("a/b#1", "It cost me two days to find."));
        return study;
    }

    /// Makes the study; “Coder A” acts.
    public static Study make(Path folder) {
        Study study =
                Study.create(
                        folder.resolve("cv-reengineering.concord"),
                        new Study.Start(
                                "CV reengineering",
                                Approach.CODEBOOK,
                                "Coder A",
                                List.of(DeskCodebook.codebook())));
        add(
                study,
                issue(
                        "yolo-lab/detector#310",
                        "Loss is NaN from step 200",
                        "bug",
                        "The loss is NaN from step 200 on.\n\nI did not change the config.",
                        "Lower the learning rate."));
        add(
                study,
                issue(
                        "yolo-lab/detector#77",
                        "mAP 6 points below the paper",
                        "question",
                        "I get 31.2 instead of 37.4 on the same data.",
                        "Which seed?",
                        "The released one."));
        add(
                study,
                issue(
                        "mask-kit/maskrcnn#1938",
                        "Training crashes after cuDNN update",
                        "bug",
                        BODY,
                        "Which GPU? We have seen this when the convolution API picks another algorithm on Ampere cards. Please try the environment file of the release.",
                        "That works. The documentation still says any version above 7 is fine, which cost me two days."));
        add(study, interview());
        add(
                study,
                issue(
                        "yolo-lab/detector#402",
                        "Anchors differ from darknet",
                        "bug",
                        "The anchors in the config are not those of darknet."));
        add(
                study,
                issue(
                        "gan-zoo/pix2pix#55",
                        "Out of memory on a single 8 GB card",
                        "bug",
                        "Batch size 1 does not fit."));
        add(
                study,
                issue(
                        "mask-kit/maskrcnn#1502",
                        "Wrong label order in COCO loader",
                        "bug",
                        "Labels are off by one.\n\nSee `coco.py`."));
        add(
                study,
                issue(
                        "gan-zoo/pix2pix#61",
                        "Docs: pretrained weights moved",
                        "docs",
                        "The link is dead."));
        study.coders().add("Coder B", CoderKind.PERSON);
        RoundId round = study.rounds().open("Re-pilot", true);
        List<Source> sources = study.sources().list();
        study.rounds()
                .assign(
                        round,
                        sources.stream().map(Source::id).toList(),
                        study.coders().list().stream().map(c -> c.id()).toList());
        Codebook book = study.codebooks().version(study.rounds().get(round).version());
        Random random = new Random(11);
        for (String coder : List.of("Coder B", "Coder A")) {
            study.actAs(coder);
            for (Source source : sources) {
                for (Unit unit : study.units().of(source.id())) {
                    boolean few = coder.equals("Coder A") && source.key().endsWith("#1938");
                    for (Dimension d : book.dimensions()) {
                        if (d.scope() != Scope.UNIT
                                || (few && d.name().matches("DL stage|Manifestation|Symptom"))) {
                            continue;
                        }
                        if (coder.equals("Coder A")
                                && !(few || source.key().matches(".*(310|77|402|55)"))) {
                            continue;
                        }
                        boolean fixed = d.name().matches("Reporter|Same.*|Framework");
                        int at =
                                fixed
                                        ? (d.name().equals("Framework") ? 1 : 0)
                                        : random.nextInt(Math.min(3, d.codes().size()));
                        study.ratings()
                                .set(
                                        new Ratings.Place(
                                                round, source.id(), Optional.of(unit.id()), d.id()),
                                        List.of(d.codes().get(at).id()),
                                        Ratings.Beside.NONE);
                    }
                }
                if (coder.equals("Coder B") || source.key().matches(".*(310|77)")) {
                    study.rounds().mark(round, source.id(), AssignmentState.DONE);
                }
            }
        }
        Source crash = study.sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
        Codebook draft = study.codebooks().draft();
        apply(
                study,
                round,
                crash,
                draft,
                "Re-user",
                "the released weights and the released config");
        apply(study, round, crash, draft, "API defect", "updated cuDNN from 7.6 to 8.1");
        apply(
                study,
                round,
                crash,
                draft,
                "Accuracy below expectations",
                "trains, but 3 points below the reported mAP");
        apply(
                study,
                round,
                crash,
                draft,
                "Same data",
                "3 points below the reported mAP, same data, same seed");
        apply(
                study,
                round,
                crash,
                draft,
                "GPU usage",
                "the convolution API picks another algorithm on Ampere cards");
        apply(
                study,
                round,
                crash,
                draft,
                "Documentation",
                "The documentation still says any version above 7 is fine");
        Source p3 = study.sources().byKey("p3.txt").orElseThrow();
        apply(
                study,
                round,
                p3,
                draft,
                "Trust",
                "Mostly by stars, and whether somebody answers the issues");
        apply(study, round, p3, draft, "Documentation", "文档很重要");
        return study;
    }

    static void apply(
            Study study, RoundId round, Source source, Codebook book, String name, String words) {
        Code code =
                book.dimension("passages").orElseThrow().allCodes().stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        String text = study.sources().text(source.id()).orElseThrow().text();
        int at = text.indexOf(words);
        study.codings().apply(round, source.id(), at, at + words.length(), code.id());
    }

    /// Imports a source.
    public static void add(Study study, ImportedSource source) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "source.import", "import " + source.key()),
                        tx -> {
                            SourceWriter writer = new SourceWriter(tx);
                            writer.add(source);
                            writer.finish();
                            return null;
                        });
    }
}

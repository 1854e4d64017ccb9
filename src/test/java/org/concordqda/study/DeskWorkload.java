package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.SourceKind;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.text.Hashes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The study of the desk's budgets: issues with comments, transcripts, ratings of ten coders and codings in the
/// transcripts, made through the readers and services.
public final class DeskWorkload {
    private static final int DIMENSIONS = 10;
    private static final int CODERS = 10;
    private static final int THEMES = 200;

    private DeskWorkload() {}

    /// Makes the study; `issues × 100` ratings.
    ///
    /// @return its file
    public static Path make(Path folder, int issues, int transcripts, int codings)
            throws IOException {
        Path file = folder.resolve("desk.concord");
        List<Dimension> dimensions = new ArrayList<>();
        for (int d = 0; d < DIMENSIONS; d++) {
            Code[] codes = new Code[StoreWorkload.CODES];
            for (int c = 0; c < codes.length; c++) {
                codes[c] = Fixtures.code("Code " + c);
            }
            dimensions.add(Fixtures.dimension("Dimension " + d, Scope.UNIT, Choice.ONE, codes));
        }
        Code[] themes = new Code[THEMES];
        for (int c = 0; c < THEMES; c++) {
            themes[c] = Fixtures.code("Theme " + c);
        }
        dimensions.add(Fixtures.dimension("Themes", Scope.PASSAGE, Choice.MANY, themes));
        try (Study study =
                Study.create(
                        file,
                        new Study.Start(
                                "Large",
                                Approach.CODEBOOK,
                                "Lead",
                                List.of(
                                        new ImportedCodebook(
                                                "", "Large", "", "", "", dimensions))))) {
            Path material = Files.createDirectory(folder.resolve("material"));
            issues(material.resolve("issues.json"), issues);
            for (int t = 0; t < transcripts; t++) {
                transcript(material.resolve("Interview-%03d.txt".formatted(t + 1)), t);
            }
            study.imports().sources(List.of(material), "auto", Progress.NONE);
            String[] coders = new String[CODERS];
            for (int k = 0; k < CODERS; k++) {
                coders[k] = "Coder " + (char) ('A' + k);
            }
            StoreWorkload.rate(study, issues, DIMENSIONS, coders);
            code(study, codings);
        }
        return file;
    }

    private static void issues(Path file, int count) throws IOException {
        String body = "Loss becomes NaN after epoch 3 when 训练 continues. ".repeat(12);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write('[');
            for (int i = 1; i <= count; i++) {
                out.write(
                        (i > 1 ? "," : "")
                                + "{\"url\":\"https://github.com/owner/repo/issues/"
                                + i
                                + "\",\"number\":"
                                + i
                                + ",\"title\":\"Gradient of layer "
                                + i
                                + " explodes on GPU "
                                + i % 7
                                + "\",\"author\":{\"login\":\"user"
                                + i % 900
                                + "\"},\"labels\":[{\"name\":\""
                                + (i % 3 == 0 ? "bug" : i % 3 == 1 ? "question" : "docs")
                                + "\"}],\"state\":\"CLOSED\",\"createdAt\":\"2020-01-01T00:00:00Z\",\"body\":\""
                                + body
                                + "\",\"comments\":[");
                for (int c = 0; c < 4; c++) {
                    out.write(
                            (c > 0 ? "," : "")
                                    + "{\"id\":\"c"
                                    + i
                                    + "-"
                                    + c
                                    + "\",\"author\":{\"login\":\"helper\"},\"createdAt\":\"2020-01-02T00:00:00Z\",\"body\":\""
                                    + body
                                    + "\"}");
                }
                out.write("]}");
            }
            out.write(']');
        }
    }

    private static void transcript(Path file, int number) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int turn = 0; turn < 300; turn++) {
                out.write(turn % 2 == 0 ? "Interviewer: " : "P" + (number + 1) + ": ");
                out.write(
                        ("We reuse the weights of turn " + turn + " and nothing else. ").repeat(4));
                out.write('\n');
            }
        }
    }

    private static void code(Study study, int count) {
        List<Source> talks =
                study.sources().list().stream()
                        .filter(s -> s.kind() == SourceKind.TRANSCRIPT)
                        .toList();
        RoundId round = study.rounds().list().getFirst().id();
        long version = study.rounds().list().getFirst().version().value();
        List<Code> themes = study.codebooks().draft().dimension("themes").orElseThrow().allCodes();
        int each = count / talks.size();
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "coding.import", "store codings"),
                        tx -> {
                            var bulk =
                                    tx.bulk(
                                            "coding",
                                            "guid",
                                            "round",
                                            "coder",
                                            "source",
                                            "text",
                                            "code",
                                            "start",
                                            "end",
                                            "start_cp",
                                            "end_cp",
                                            "quote",
                                            "before_hash",
                                            "after_hash",
                                            "version");
                            for (Source talk : talks) {
                                String text = study.sources().text(talk.id()).orElseThrow().text();
                                for (int i = 0; i < each; i++) {
                                    int start = (int) ((long) i * (text.length() - 80) / each);
                                    int end = start + 20 + i % 50;
                                    bulk.add(
                                            Guids.next(),
                                            round.value(),
                                            study.actor().value(),
                                            talk.id().value(),
                                            talk.text().orElseThrow().value(),
                                            themes.get((i * 7) % THEMES).id().value(),
                                            start,
                                            end,
                                            start,
                                            end,
                                            text.substring(start, end),
                                            Hashes.sha256(
                                                    text.substring(Math.max(0, start - 40), start)),
                                            Hashes.sha256(
                                                    text.substring(
                                                            end,
                                                            Math.min(text.length(), end + 40))),
                                            version);
                                }
                            }
                            return null;
                        });
    }
}

package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.Corrected;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.store.Journal;
import org.concordqda.text.Positions;

import java.nio.file.Path;
import java.util.Optional;

/// Studies to measure corrections on.
public final class CorrectionWorkload {
    private CorrectionWorkload() {}

    /// One source of a length in turns of about 400 characters, with codings of 40 characters all over it.
    public static Study longSource(Path folder, int length, int codings) {
        Study study = Fixtures.study(folder);
        RoundId round = study.rounds().open("Open", false);
        String turn =
                "The model we took from the zoo did not reach the reported numbers. ".repeat(6);
        String[] bodies = new String[length / turn.length()];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = i + " " + turn;
        }
        DeskStudies.add(study, Fixtures.issue("o/r#1", bodies));
        SourceId source = study.sources().list().getFirst().id();
        SourceText text = study.sources().text(source).orElseThrow();
        CodeId code = study.codebooks().draft().dimensions().getLast().codes().getLast().id();
        Positions positions = new Positions(text.text());
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "coding.apply", "code").in(round),
                        tx -> {
                            int step = (text.text().length() - 60) / codings;
                            for (int i = 0; i < codings; i++) {
                                study.codings()
                                        .insert(
                                                tx,
                                                round,
                                                study.actor(),
                                                text,
                                                positions.span(i * step + 20, i * step + 60),
                                                code,
                                                "");
                            }
                            return null;
                        });
        return study;
    }

    /// Issues of four comments, each naming Anna once.
    public static Study issues(Path folder, int count) {
        Study study = Fixtures.study(folder);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "source.import", "import issues"),
                        tx -> {
                            SourceWriter writer = new SourceWriter(tx);
                            String body =
                                    "The loss is NaN from step 200 on, same config. ".repeat(12);
                            for (int i = 0; i < count; i++) {
                                writer.add(
                                        Fixtures.issue(
                                                "o/r#" + i,
                                                body,
                                                "Which GPU?",
                                                "Thanks Anna!",
                                                body));
                            }
                            writer.finish();
                            return null;
                        });
        return study;
    }

    /// Plans to correct the first “model”.
    public static CorrectionPlan plan(Study study) {
        SourceText text =
                study.sources().text(study.sources().list().getFirst().id()).orElseThrow();
        int at = text.text().indexOf("model");
        return new Corrections(study).edit(text, at, at + 5, "network");
    }

    /// Plans to mask Anna everywhere.
    public static CorrectionPlan mask(Study study) {
        return new Corrections(study)
                .replace(
                        new Corrections.Replacement("Anna", "[P3]", true, false, Optional.empty()),
                        Progress.NONE);
    }

    /// Carries a plan out.
    public static Corrected apply(Study study, CorrectionPlan plan) {
        return new Corrections(study).apply(plan, Progress.NONE);
    }
}

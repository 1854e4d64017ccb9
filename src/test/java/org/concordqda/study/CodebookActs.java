package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.CodingId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.UnitId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A study whose codebook is changed, and what its tests say in one word.
abstract class CodebookActs {
    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    Study study;
    RoundId round;
    CodebookShape shape;

    @BeforeEach
    void open() {
        study = Fixtures.study(folder);
        for (int i = 1; i <= 4; i++) {
            DeskStudies.add(
                    study, Fixtures.issue("a/b#" + i, "It is slow and it hangs, then crashes."));
        }
        study.coders().add("Ben", CoderKind.PERSON);
        study.actAs("Ana");
        round = study.rounds().open("Main", false);
        shape = new CodebookShape(study);
    }

    @AfterEach
    void close() {
        study.close();
    }

    Code code(String dimension, String name) {
        return Codebooks.coded(study.codebooks().draft(), dimension + " > " + name);
    }

    Dimension dimension(String key) {
        return study.codebooks().draft().dimension(key).orElseThrow();
    }

    SourceId source(int i) {
        return study.sources().byKey("a/b#" + i).orElseThrow().id();
    }

    void rate(String coder, int i, String dimension, String... names) {
        study.actAs(coder);
        UnitId unit = study.units().of(source(i)).getFirst().id();
        List<CodeId> codes = Stream.of(names).map(n -> code(dimension, n).id()).toList();
        study.ratings()
                .set(
                        new Ratings.Place(
                                round,
                                source(i),
                                Optional.of(unit),
                                dimension(dimension.toLowerCase(java.util.Locale.ROOT)).id()),
                        codes,
                        Ratings.Beside.NONE);
        study.rounds().mark(round, source(i), AssignmentState.DONE);
        study.actAs("Ana");
    }

    CodingId mark(String coder, int i, String name, int start, int end) {
        study.actAs(coder);
        CodingId id = study.codings().apply(round, source(i), start, end, code("Theme", name).id());
        study.rounds().mark(round, source(i), AssignmentState.DONE);
        study.actAs("Ana");
        return id;
    }

    void refused(String words, Runnable act) {
        Object before = RowImages.tables(study);
        ConcordException e = assertThrows(ConcordException.class, act::run);
        assertTrue(e.getMessage().contains(words), e.getMessage());
        assertEquals(before, RowImages.tables(study), "a refused act changed something");
    }

    DimensionAgreement agreement(String dimension) {
        return study.agreements()
                .compute(
                        new Agreements.Request(
                                List.of("Main"),
                                List.of(dimension),
                                MatrixOptions.DEFAULT,
                                AgreementOptions.DEFAULT.withReplicates(20, 1)),
                        Progress.NONE)
                .getFirst();
    }

    org.concordqda.model.Codebook twice() {
        org.concordqda.model.Codebook book = study.codebooks().draft();
        Dimension a = dimension("stage").withCodes(List.of(Fixtures.code("Twin")));
        Dimension b = dimension("symptom").withCodes(List.of(Fixtures.code("Twin")));
        return new org.concordqda.model.Codebook(book.version(), 0, List.of(a, b));
    }

    List<String> names(String dimension) {
        return dimension(dimension).allCodes().stream().map(Code::name).toList();
    }
}

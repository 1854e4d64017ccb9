package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Interviews of any length with any number of codings, for tests and benchmarks of the desk.
public final class LongSources {
    /// Codes of the study's one dimension.
    public static final int CODES = 200;

    private LongSources() {}

    /// A study whose one dimension has two hundred codes for passages; the lead acts.
    public static Study study(Path file) {
        return study(file, "Lead");
    }

    /// The same of another coder.
    public static Study study(Path file, String coder) {
        Code[] codes = new Code[CODES];
        for (int c = 0; c < CODES; c++) {
            codes[c] = Fixtures.code("Code number " + (c + 1));
        }
        return Study.create(
                file,
                new Study.Start(
                        "Long interviews",
                        Approach.CODEBOOK,
                        coder,
                        List.of(Fixtures.themes(codes))));
    }

    /// Text of an interview of about this many characters.
    public static String interview(int characters) {
        StringBuilder all = new StringBuilder();
        Random random = new Random(3);
        while (all.length() < characters) {
            all.append(random.nextInt(3) == 0 ? "Interviewer: " : "P7: ");
            all.append("At ").append(all.length()).append(" we talk about models");
            for (int i = random.nextInt(6); i > 0; i--) {
                all.append(" that are reused, trained and deployed");
            }
            all.append(".\n");
        }
        return all.toString();
    }

    /// Imports an interview and codes it at random places.
    public static Source add(Study study, Path folder, int characters, int codings)
            throws IOException {
        String name = "interview-" + characters + ".txt";
        Path file = folder.resolve(name);
        Files.writeString(file, interview(characters));
        study.imports().sources(List.of(file), "transcript", Progress.NONE);
        Source source = study.sources().list().getLast();
        SourceText text = study.sources().text(source.id()).orElseThrow();
        RoundId round = study.rounds().orDefault();
        List<Code> codes = study.codebooks().draft().dimensions().getFirst().codes();
        List<List<AutoCodes.Passage>> passages = new ArrayList<>();
        codes.forEach(c -> passages.add(new ArrayList<>()));
        Random random = new Random(5);
        for (int i = 0; i < codings; i++) {
            int at = random.nextInt(text.text().length() - 400);
            int end = at + 20 + random.nextInt(300);
            passages.get(i % CODES)
                    .add(
                            new AutoCodes.Passage(
                                    source.id(), at, end, text.text().substring(at, end)));
        }
        AutoCodes auto = new AutoCodes(study);
        for (int c = 0; c < CODES; c++) {
            CodeId code = codes.get(c).id();
            auto.apply(round, passages.get(c), code);
        }
        return source;
    }
}

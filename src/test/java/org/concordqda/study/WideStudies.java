package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.Code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A study that strains the window: an interview in many scripts under two hundred codes, the first ten of them
/// with names of 120 characters.
public final class WideStudies {
    /// Turns of the interview, as they are in the stored text.
    public static final List<String> TURNS =
            List.of(
                    "We built it together 👩‍👩‍👧‍👦 and shipped it 👍🏽 to Germany 🇩🇪 in a week.",
                    "The cafe\u0301 model was nai\u0308ve but e\u0301legant, re\u0301sume\u0301 and all.",
                    "我们重用了预训练模型，文档很重要。",
                    "استخدمنا النموذج المدرب مسبقا مع بياناتنا في المشروع.",
                    "השתמשנו במודל שאומן מראש, עם הנתונים שלנו (כולם).");

    private WideStudies() {}

    /// A code name of 120 characters.
    public static String name(int number) {
        String words =
                "Long name "
                        + number
                        + ": people reuse a pre-trained model although its documentation says nothing of"
                        + " the data it was trained on or of";
        return (words + " how it was done").substring(0, 120);
    }

    public static Study make(Path folder) {
        Code[] codes = new Code[200];
        for (int c = 0; c < codes.length; c++) {
            codes[c] = Fixtures.code(c < 10 ? name(c + 1) : "Code number " + (c + 1));
        }
        Study study =
                Study.create(
                        folder.resolve("wide.concord"),
                        new Study.Start(
                                "Many scripts",
                                Approach.CODEBOOK,
                                "Coder A",
                                List.of(Fixtures.themes(codes))));
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < TURNS.size(); i++) {
            all.append(i % 2 == 0 ? "P7: " : "Interviewer: ").append(TURNS.get(i)).append('\n');
        }
        Path file = folder.resolve("Scripts.txt");
        try {
            Files.writeString(file, all);
            study.imports().sources(List.of(file), "transcript", Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return study;
    }
}

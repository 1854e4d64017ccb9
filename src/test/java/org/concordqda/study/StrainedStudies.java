package org.concordqda.study;

import org.concordqda.model.AssignmentState;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A study that strains every place: two hundred codes, names of 120 characters for all that has a name, and
/// words from right to left with Latin ones among them.
public final class StrainedStudies {
    public static final String HEBREW =
            "השתמשנו במודל שאומן מראש עם PyTorch 2.1, והתוצאות היו טובות יותר מאשר ב-TensorFlow"
                    + " (לפחות אצלנו), אבל התיעוד לא אמר דבר על הנתונים.";
    public static final String ARABIC =
            "استخدمنا النموذج المدرب مسبقا من Hugging Face، وكانت النتائج أفضل من قبل (على الأقل"
                    + " عندنا)، لكن التوثيق لم يذكر شيئا عن البيانات.";
    private static final String LONG =
            " who reuse a pre-trained model although its documentation says nothing of the data it was"
                    + " trained on or of how it was done";

    private StrainedStudies() {}

    /// A name of 120 characters that begins with these words.
    public static String name(String begin) {
        return (begin + LONG + LONG).substring(0, 120).strip();
    }

    /// Makes the study; “Coder A” acts.
    public static Study make(Path folder) {
        Study study = DeskStudies.make(folder);
        study.codebooks()
                .add(
                        new ImportedCodebook(
                                "",
                                name("Codebook of people"),
                                "",
                                "",
                                "",
                                List.of(
                                        Fixtures.dimension(
                                                name("Question about people"),
                                                Scope.UNIT,
                                                Choice.ONE,
                                                codes("People", 12)),
                                        Fixtures.dimension(
                                                name("Several answers about people"),
                                                Scope.UNIT,
                                                Choice.MANY,
                                                codes("Answer", 3)),
                                        Fixtures.dimension(
                                                "Theme", Scope.PASSAGE, Choice.MANY, themes()))));
        for (int i = 1; i <= 8; i++) {
            DeskStudies.add(
                    study,
                    DeskStudies.issue(
                            "an-organisation-of-people/with-a-repository-that-has-a-long-name#" + i,
                            i % 3 == 0
                                    ? HEBREW
                                    : i % 3 == 1 ? ARABIC : name("Title " + i + " of people"),
                            name("label"),
                            HEBREW + " " + HEBREW,
                            ARABIC + " " + ARABIC,
                            name("Words of people")));
        }
        String second = name("Second coder of people");
        study.coders().add(second, CoderKind.PERSON);
        RoundId round = study.rounds().open(name("Round of people"), false);
        List<Source> sources = study.sources().list();
        study.rounds()
                .assign(
                        round,
                        sources.stream().map(Source::id).toList(),
                        study.coders().list().stream().map(c -> c.id()).toList());
        Codebook book = study.codebooks().version(study.rounds().get(round).version());
        for (String coder : List.of(second, "Coder A")) {
            study.actAs(coder);
            for (Source source : sources) {
                rate(study, round, source, book, coder.equals(second) ? 1 : 0);
                study.rounds().mark(round, source.id(), AssignmentState.DONE);
            }
        }
        return study;
    }

    private static void rate(Study study, RoundId round, Source source, Codebook book, int shift) {
        for (Dimension d : book.dimensions()) {
            if (d.scope() == Scope.UNIT && d.name().startsWith("Question")) {
                int at = (int) ((source.id().value() + source.id().value() % 3 * shift) % 4);
                for (var unit : study.units().of(source.id())) {
                    study.ratings()
                            .set(
                                    new Ratings.Place(
                                            round, source.id(), Optional.of(unit.id()), d.id()),
                                    List.of(d.codes().get(at).id()),
                                    Ratings.Beside.NONE);
                }
            } else if (d.name().equals("Theme") && source.key().contains("organisation")) {
                String text = study.sources().text(source.id()).orElseThrow().text();
                for (int i = 0; i < 4; i++) {
                    int at = text.indexOf(i % 2 == 0 ? HEBREW : ARABIC, 150);
                    study.codings()
                            .apply(
                                    round,
                                    source.id(),
                                    at + 5 * i,
                                    at + 5 * i + 60,
                                    d.codes().get((i + shift * (i / 3)) % 3).id());
                }
            }
        }
    }

    private static Code[] codes(String begin, int count) {
        Code[] codes = new Code[count];
        for (int i = 0; i < count; i++) {
            codes[i] = Fixtures.code(name(begin + " " + (i + 1)));
        }
        return codes;
    }

    private static Code[] themes() {
        Code[] themes = new Code[40];
        for (int i = 0; i < themes.length; i++) {
            String name =
                    switch (i % 4) {
                        case 0 -> name("Theme " + (i + 1) + " of people");
                        case 1 -> HEBREW.substring(0, 40) + " " + (i + 1);
                        case 2 -> ARABIC.substring(0, 40) + " " + (i + 1);
                        default -> "Theme " + (i + 1);
                    };
            Code[] children = new Code[4];
            for (int c = 0; c < children.length; c++) {
                children[c] = Fixtures.code(name("Kind " + c + " of theme " + i + " of people"));
            }
            themes[i] = Fixtures.code(name, children);
        }
        return themes;
    }
}

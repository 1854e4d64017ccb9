package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.Remains;
import org.concordqda.model.Remains.Spelling;
import org.concordqda.model.Source;
import org.concordqda.model.SourceKind;
import org.concordqda.model.SourceText;
import org.concordqda.model.TextId;
import org.concordqda.model.Turn;
import org.concordqda.study.Corrections.Replacement;
import org.concordqda.study.Finder.Kind;
import org.concordqda.text.Finding;
import org.concordqda.text.Finding.Place;
import org.concordqda.text.Graphemes;
import org.concordqda.text.Words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a replacement would leave standing, so that a name that must go is not left in other letters or
/// beside the texts. Blind like every read. Any thread.
public final class Remaining {
    private static final int SPELLINGS = 5;
    private static final int MOST = 1000;

    private final Study study;

    public Remaining(Study study) {
        this.study = study;
    }

    /// What stays when these words are replaced.
    public Remains after(Replacement wanted, Progress progress) {
        if (wanted.find().isBlank()) {
            return new Remains(List.of(), 0, 0, 0, List.of());
        }
        List<Spelling> spellings = spellings(wanted, progress);
        if (wanted.only().isPresent()) {
            return new Remains(spellings, 0, 0, 0, List.of());
        }
        return new Remains(
                spellings,
                beside(wanted, Kind.MEMO),
                beside(wanted, Kind.NOTE),
                beside(wanted, Kind.CODE),
                named(wanted));
    }

    /// What stays, in at most two sentences; empty when nothing does.
    public static String say(Remains remains) {
        List<String> sentences = new ArrayList<>();
        if (!remains.spellings().isEmpty()) {
            sentences.add(
                    "Stays in the texts: "
                            + remains.spellings().stream()
                                    .map(
                                            s ->
                                                    "“"
                                                            + s.words()
                                                            + "”"
                                                            + (s.places() == 1
                                                                    ? ""
                                                                    : " (" + s.places() + ")"))
                                    .collect(Collectors.joining(", "))
                            + (remains.spellings().size() < SPELLINGS ? "." : " …"));
        }
        List<String> beside = new ArrayList<>();
        if (remains.memos() > 0) {
            beside.add(Words.counted(remains.memos(), "memo"));
        }
        if (remains.notes() > 0) {
            beside.add(Words.counted(remains.notes(), "note"));
        }
        if (remains.codes() > 0) {
            beside.add(Words.counted(remains.codes(), "code"));
        }
        remains.named().stream()
                .limit(SPELLINGS)
                .map(n -> "the name “" + n + "”")
                .forEach(beside::add);
        if (!beside.isEmpty()) {
            sentences.add(
                    "Stays beside the texts: "
                            + String.join(", ", beside)
                            + (remains.named().size() <= SPELLINGS ? "." : " …"));
        }
        return String.join(" ", sentences);
    }

    private int beside(Replacement wanted, Kind kind) {
        return new Finder(study).find(wanted.find(), Set.of(kind), MOST).size();
    }

    private List<Spelling> spellings(Replacement wanted, Progress progress) {
        Map<String, Integer> counted = new HashMap<>();
        List<Source> sources = Corrections.sources(study, wanted);
        for (int i = 0; i < sources.size(); i++) {
            if (i % 64 == 0) {
                progress.check();
                progress.report((double) i / sources.size(), "What would stay");
            }
            Optional<SourceText> text = study.sources().text(sources.get(i).id());
            if (text.isEmpty()) {
                continue;
            }
            String words = text.get().text();
            Set<Integer> gone =
                    wanted.occurrences().in(words).stream()
                            .map(Place::start)
                            .collect(Collectors.toSet());
            for (Place place : Finding.places(words, wanted.find())) {
                if (!gone.contains(place.start())) {
                    counted.merge(spelling(words, place), 1, Integer::sum);
                }
            }
        }
        return counted.entrySet().stream()
                .map(e -> new Spelling(e.getKey(), e.getValue()))
                .sorted(
                        Comparator.comparingInt((Spelling s) -> -s.places())
                                .thenComparing(Spelling::words))
                .limit(SPELLINGS)
                .toList();
    }

    /// As it stands there, to the end of its last word.
    private static String spelling(String text, Place place) {
        int end = place.end();
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end = Graphemes.step(text, end, 1);
        }
        String words = Words.oneLine(text.substring(place.start(), Graphemes.ceil(text, end)));
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    private List<String> named(Replacement wanted) {
        String words = wanted.find();
        Set<String> named = new TreeSet<>(speakers(wanted));
        for (Source source : study.sources().list()) {
            if (stands(source.key(), words)) {
                named.add(source.key());
            } else if (source.kind() != SourceKind.ISSUE && stands(source.title(), words)) {
                // An issue's title is a line of its text.
                named.add(source.title());
            }
        }
        study.cases().list().stream()
                .map(c -> c.name())
                .filter(name -> stands(name, words))
                .forEach(named::add);
        return List.copyOf(named);
    }

    /// Speakers and authors who are not named by a label in the text, or by one that stays.
    private Set<String> speakers(Replacement wanted) {
        Set<String> speakers = new TreeSet<>();
        Set<Long> texts = new LinkedHashSet<>();
        study.file()
                .read()
                .each(
                        "SELECT DISTINCT speaker, text FROM turn WHERE speaker IS NOT NULL",
                        row -> {
                            if (stands(row.text(1), wanted.find())) {
                                texts.add(row.number(2));
                            }
                        });
        for (long id : texts) {
            String text = study.sources().text(new TextId(id)).text();
            for (Turn turn : study.sources().turns(new TextId(id))) {
                String label = text.substring(turn.label().start(), turn.label().end());
                turn.speaker()
                        .filter(s -> stands(s, wanted.find()))
                        .filter(s -> wanted.occurrences().in(label).isEmpty())
                        .ifPresent(speakers::add);
            }
        }
        return speakers;
    }

    private static boolean stands(String text, String words) {
        return !Finding.places(text, words).isEmpty();
    }
}

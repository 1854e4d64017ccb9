package org.concordqda.desk.palette;

import org.concordqda.desk.fx.Fuzzy;
import org.concordqda.desk.session.Choices.Choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What the palette offers for the letters typed: sections as given while nothing is typed; else the best
/// of each section, the section with the best first. A few thousand choices take a few milliseconds. What is
/// looked up by its words (the sources of a study, ten thousand of them) comes last.
public final class PaletteModel {
    private static final int MOST = 60;
    private static final int RECENT_BONUS = 60;

    private final List<Section> sections;
    private final List<String> recent;
    private final Consumer<Choice> chosen;
    private Section lookedUp = new Section("", List.of());

    /// Choices under a heading.
    ///
    /// @param name the heading, or "" for none
    public record Section(String name, List<Choice> choices) {
        public Section {
            choices = List.copyOf(choices);
        }
    }

    PaletteModel(List<Section> sections) {
        this(sections, List.of(), choice -> {});
    }

    /// Sections of commands and more.
    ///
    /// @param recent names of commands chosen before, newest first
    /// @param chosen told what is chosen, before it is done
    public PaletteModel(List<Section> sections, List<String> recent, Consumer<Choice> chosen) {
        this.sections = List.copyOf(sections);
        this.recent = List.copyOf(recent);
        this.chosen = chosen;
    }

    /// Takes what is offered only for words that stand in its name or detail, all of them, after everything
    /// else: letters scattered over ten thousand titles would find one of them for every command.
    void lookUp(Section section) {
        lookedUp = section;
    }

    private record Scored(Choice choice, int score, int place) {}

    private record Fits(String name, int best, List<Choice> choices) {}

    /// The sections for what was typed.
    List<Section> matching(String typed) {
        if (typed.isBlank()) {
            return unfiltered();
        }
        List<Fits> all = new ArrayList<>();
        for (Section section : sections) {
            List<Scored> fits = new ArrayList<>();
            for (int i = 0; i < section.choices().size(); i++) {
                Choice choice = section.choices().get(i);
                int score = score(typed, choice);
                if (score >= 0) {
                    fits.add(new Scored(choice, score, i));
                }
            }
            if (!fits.isEmpty()) {
                fits.sort(
                        Comparator.comparingInt((Scored s) -> -s.score())
                                .thenComparingInt(Scored::place));
                all.add(
                        new Fits(
                                section.name(),
                                fits.getFirst().score(),
                                fits.stream().limit(MOST).map(Scored::choice).toList()));
            }
        }
        List<Section> found = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingInt(f -> -f.best()))
                .map(f -> new Section(f.name(), f.choices()))
                .forEach(found::add);
        List<Choice> words = withWords(typed);
        if (!words.isEmpty()) {
            found.add(new Section(lookedUp.name(), words));
        }
        return found;
    }

    private List<Choice> withWords(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return lookedUp.choices().stream()
                .filter(
                        c -> {
                            String name = (c.name() + " " + c.detail()).toLowerCase(Locale.ROOT);
                            return Arrays.stream(words).allMatch(name::contains);
                        })
                .limit(MOST)
                .toList();
    }

    private int score(String typed, Choice choice) {
        int name = Fuzzy.score(typed, choice.name());
        int detail = Fuzzy.score(typed, choice.detail());
        int best = Math.max(name, detail - 400);
        return best >= 0 && recent.contains(choice.name()) ? best + RECENT_BONUS : best;
    }

    private List<Section> unfiltered() {
        List<Section> shown = new ArrayList<>();
        List<Choice> before =
                recent.stream()
                        .flatMap(
                                name ->
                                        sections.stream()
                                                .flatMap(s -> s.choices().stream())
                                                .filter(c -> c.name().equals(name))
                                                .limit(1))
                        .limit(4)
                        .toList();
        for (Section section : sections) {
            shown.add(new Section(section.name(), section.choices().stream().limit(MOST).toList()));
        }
        if (!before.isEmpty()) {
            // Codes, where there are any, come before what was chosen last.
            boolean codes =
                    !shown.isEmpty()
                            && shown.getFirst().choices().stream()
                                    .anyMatch(c -> c.colour().isPresent());
            shown.add(codes ? 1 : 0, new Section("Recent", before));
        }
        return shown.stream().filter(s -> !s.choices().isEmpty()).toList();
    }

    void choose(Choice choice) {
        if (!lookedUp.choices().contains(choice)) {
            chosen.accept(choice);
        }
        choice.action().run();
    }
}

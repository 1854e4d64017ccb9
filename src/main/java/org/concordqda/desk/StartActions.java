package org.concordqda.desk;

import javafx.stage.Stage;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.shell.StartView.StartChoice;
import org.concordqda.study.ScriptedStudy;
import org.concordqda.study.Study;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a first start offers.
final class StartActions {
    private final DeskWindow window;
    private final Jobs jobs;
    private final Stage stage;
    private final Sheets sheets;

    StartActions(DeskWindow window, Stage stage, Sheets sheets, Jobs jobs) {
        this.window = window;
        this.stage = stage;
        this.sheets = sheets;
        this.jobs = jobs;
    }

    List<StartChoice> choices() {
        List<StartChoice> choices = new ArrayList<>();
        samples()
                .ifPresent(
                        folder ->
                                choices.add(
                                        new StartChoice(
                                                Feather.COMPASS,
                                                "Look around first",
                                                "A small finished study: 29 issues, five"
                                                        + " interviews, three coders.",
                                                () -> openSample(folder))));
        choices.add(
                new StartChoice(
                        Feather.FILE_PLUS,
                        "New study",
                        "One file for texts, codebook, ratings and numbers.",
                        this::newStudy));
        choices.add(
                new StartChoice(
                        Feather.COLUMNS,
                        "Check two rater sheets",
                        "Two spreadsheets: agreement per column, and where they differ.",
                        new RaterCheck(window, stage, sheets, jobs)::ask));
        choices.add(
                new StartChoice(
                        Feather.FOLDER,
                        "Open a study",
                        "A .concord file of yours or a colleague's.",
                        window::chooseStudy));
        return choices;
    }

    /// The folder the sample study is built from: beside the program, or where it was started.
    private static Optional<Path> samples() {
        return Stream.of(System.getProperty("concord.samples", "samples"), "../samples")
                .map(Path::of)
                .filter(p -> Files.isRegularFile(p.resolve("study.yaml")))
                .findFirst();
    }

    /// Opens the sample study; built the first time, in the person's home.
    private void openSample(Path folder) {
        Path file = Path.of(System.getProperty("user.home", ".")).resolve("Concord sample.concord");
        if (Files.exists(file)) {
            window.openSample(file);
            return;
        }
        jobs.run(
                "Building the sample study",
                progress -> {
                    ScriptedStudy.build(folder, file, progress).close();
                    return file;
                },
                window::openSample);
    }

    /// What can be done by key before a study is open.
    List<Command> commands() {
        return List.of(
                Command.of("New study", "Shortcut+N", this::newStudy),
                Command.of("Open a study", "Shortcut+O", window::chooseStudy),
                Command.of("Settings", "Shortcut+COMMA", this::settings));
    }

    private void settings() {
        SettingsSheet.show(window, sheets, Optional.empty(), () -> {});
    }

    private void newStudy() {
        new NewStudySheet(stage, sheets, window.settings().coder(), this::create).show();
    }

    /// Makes a study and opens it.
    void create(Path path, Study.Start start) {
        window.settings(window.settings().withCoder(start.coder()));
        window.enter(() -> Study.create(path, start));
    }

    /// A name that every file system takes.
    static String fileName(String name) {
        String clean = name.strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-");
        return clean.isEmpty() ? "study" : clean;
    }
}

package org.concordqda.study;

import org.concordqda.model.Approach;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.store.Checker;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.StudyFile;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// An open study and its services. Every act goes through one of them and is stored at once; there is
/// nothing to save. Any thread may call; acts take turns, reads never wait for them.
public final class Study implements AutoCloseable {
    private final StudyFile file;
    private final Coders coders;
    private final Sources sources;
    private final Attributes attributes;
    private final Cases cases;
    private final Codebooks codebooks;
    private final Rounds rounds;
    private final Units units;
    private final Ratings ratings;
    private final Evidences evidences;
    private final Codings codings;
    private final Memos memos;
    private final History history;
    private final Agreements agreements;
    private final Reports reports;
    private final Imports imports;
    private volatile @Nullable CoderId actor;

    private Study(StudyFile file) {
        this.file = file;
        this.coders = new Coders(this);
        this.sources = new Sources(this);
        this.attributes = new Attributes(this);
        this.cases = new Cases(this);
        this.codebooks = new Codebooks(this);
        this.rounds = new Rounds(this);
        this.units = new Units(this);
        this.ratings = new Ratings(this);
        this.evidences = new Evidences(this);
        this.codings = new Codings(this);
        this.memos = new Memos(this);
        this.history = new History(this);
        this.agreements = new Agreements(this);
        this.reports = new Reports(this, Clock.systemUTC());
        this.imports = new Imports(this);
    }

    /// What a new study starts with.
    ///
    /// @param name what people read
    /// @param approach sets defaults and wording
    /// @param coder name of the person who makes it and acts from now on
    /// @param codebooks templates or the person's own, in order
    public record Start(
            String name, Approach approach, String coder, List<ImportedCodebook> codebooks) {
        public Start {
            codebooks = List.copyOf(codebooks);
        }
    }

    /// What the study is.
    public record Info(String name, String guid, Approach approach, String created, Path path) {}

    /// Makes a study. Nothing is left behind when it fails.
    ///
    /// @throws ConcordException when the place is taken or cannot be written
    public static Study create(Path path, Start start) {
        if (start.coder().isBlank()) {
            throw new ConcordException("A study needs the name of the person who codes.");
        }
        StudyFile file = StudyFile.create(path, Version.PROGRAM);
        try {
            Study study = new Study(file);
            CoderId first = study.begin(start);
            study.actor = first;
            for (ImportedCodebook codebook : start.codebooks()) {
                study.codebooks.add(codebook);
            }
            return study;
        } catch (RuntimeException e) {
            file.close();
            try {
                java.nio.file.Files.deleteIfExists(path);
            } catch (java.io.IOException leftOver) {
                e.addSuppressed(leftOver);
            }
            throw e;
        }
    }

    /// Loads what opening the first study of a process waits for. Any thread; no file is touched.
    ///
    /// @return whether a study can be opened
    public static boolean warm() {
        return StudyFile.warm();
    }

    /// Opens a study; read-only where it cannot be written ([#writable]).
    ///
    /// @throws ConcordException when it is not a study or cannot be read
    public static Study open(Path path) {
        StudyFile file = StudyFile.open(path, Version.PROGRAM);
        try {
            // A damaged file is told here, before a screen stands half-filled.
            Study study = new Study(file);
            study.info();
            study.codebooks.draft();
            study.rounds.list();
            study.sources.list();
            return study;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private CoderId begin(Start start) {
        Journal.Words words =
                new Journal.Words(
                        Optional.empty(),
                        "study.create",
                        "create the study " + start.name(),
                        Map.of("name", start.name()),
                        Optional.empty(),
                        true);
        return file.journal()
                .write(
                        words,
                        tx -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("guid", Guids.next());
                            row.put("name", start.name());
                            row.put("approach", start.approach());
                            row.put("created", Instant.now().toString());
                            row.put("program", Version.PROGRAM);
                            tx.insert("study", row);
                            new CodebookWriter(tx).insertDraft();
                            return coders.insert(tx, start.coder(), CoderKind.PERSON, false);
                        });
    }

    /// What the study is.
    public Info info() {
        return file.read()
                .one(
                        "SELECT name, guid, approach, created FROM study",
                        row ->
                                new Info(
                                        row.text(1),
                                        row.text(2),
                                        Approach.valueOf(row.text(3)),
                                        row.text(4),
                                        file.path()))
                .orElseThrow(() -> new ConcordException(file.path() + " holds no study."));
    }

    /// Whether acts are possible.
    public boolean writable() {
        return file.writable();
    }

    /// Says who acts from now on, for blindness and undo too.
    ///
    /// @throws ConcordException when there is no such coder, or it is not a person
    public void actAs(String name) {
        Coder coder =
                coders.byName(name)
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                "There is no coder “"
                                                        + name
                                                        + "” in this study; there are "
                                                        + coders.names()
                                                        + "."));
        if (coder.kind() != CoderKind.PERSON) {
            throw new ConcordException("“" + name + "” is not a person and cannot act.");
        }
        actor = coder.id();
    }

    /// Who acts: the one said, else the study's only acting person.
    ///
    /// @throws ConcordException when several people could
    public CoderId actor() {
        CoderId said = actor;
        if (said != null) {
            return said;
        }
        CoderId only =
                coders.onlyPerson()
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                "Several people code in this study ("
                                                        + coders.names()
                                                        + "); say who acts with --as NAME."));
        actor = only;
        return only;
    }

    /// Who reads: like [#actor], but nobody when several people could.
    public Optional<CoderId> viewer() {
        CoderId said = actor;
        return said != null ? Optional.of(said) : coders.onlyPerson();
    }

    /// Calls `listener` with the tables touched (names without `_all`) after each act, in the thread that
    /// acted. Close the result to stop.
    public AutoCloseable onChange(Consumer<List<String>> listener) {
        return file.journal().onChange(changed -> listener.accept(changed.tables()));
    }

    /// What [#check] found; empty findings mean that the file is whole.
    public record Checked(long texts, long places, List<String> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /// Looks whether the file is whole: database, texts, places, references, full text.
    public Checked check() {
        Checker.Result result = file.check();
        return new Checked(result.texts(), result.places(), result.findings());
    }

    /// Copies the study as it is now to another file.
    public void backup(Path to) {
        file.backup(to);
    }

    /// For a program that stays open: other programs see that the study is in use, whatever else of this process
    /// looks at its files. Takes a tenth of a second the first time.
    public void holdFirmly() {
        file.holdFirmly();
    }

    /// The people and others who code.
    public Coders coders() {
        return coders;
    }

    /// What is read.
    public Sources sources() {
        return sources;
    }

    /// The variables of sources and cases.
    public Attributes attributes() {
        return attributes;
    }

    /// Participants, repositories and whatever else sources belong to.
    public Cases cases() {
        return cases;
    }

    /// Dimensions and codes.
    public Codebooks codebooks() {
        return codebooks;
    }

    /// Waves of coding and who is to do what.
    public Rounds rounds() {
        return rounds;
    }

    /// The things classified.
    public Units units() {
        return units;
    }

    /// Answers to dimensions.
    public Ratings ratings() {
        return ratings;
    }

    /// Codes on passages.
    public Codings codings() {
        return codings;
    }

    /// What answers rest on.
    public Evidences evidences() {
        return evidences;
    }

    /// Notes on anything.
    public Memos memos() {
        return memos;
    }

    /// Undo, redo and the audit trail.
    public History history() {
        return history;
    }

    /// Agreement per dimension and round.
    public Agreements agreements() {
        return agreements;
    }

    /// Workbooks, tables and exports.
    public Reports reports() {
        return reports;
    }

    /// Bringing files in.
    public Imports imports() {
        return imports;
    }

    StudyFile file() {
        return file;
    }

    @Override
    public void close() {
        file.close();
    }
}

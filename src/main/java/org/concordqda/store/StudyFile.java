package org.concordqda.store;

import org.concordqda.model.ConcordException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/// An open study file: one SQLite database, one writer. WAL while open, one plain file again after a clean
/// close. Any thread may call; close it once.
public final class StudyFile implements AutoCloseable {
    /// “CONC”: what makes a SQLite file a study.
    public static final int APPLICATION_ID = 0x434F4E43;

    private final Path path;
    private final Db writer;
    private final Db reader;
    private final Journal journal;
    private final boolean writable;
    private final @Nullable StudyLock lock;
    private final Whereabouts whereabouts;
    private final Firmness firmness = new Firmness();

    private StudyFile(
            Path path,
            Db writer,
            Db reader,
            String program,
            boolean writable,
            @Nullable StudyLock lock) {
        this.path = path;
        this.writer = writer;
        this.reader = reader;
        this.writable = writable;
        this.lock = lock;
        this.whereabouts = new Whereabouts(path);
        this.journal =
                new Journal(
                        writer,
                        fileName(path),
                        program,
                        Migrations.LATEST,
                        writable,
                        this::checkInPlace);
    }

    /// Makes a new, empty study file.
    ///
    /// @throws ConcordException when something is there already or the place cannot be written
    public static StudyFile create(Path path, String program) {
        if (Files.exists(path)) {
            throw new ConcordException(path + " exists already; it was left as it is.");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ConcordException("There is no folder " + folder + " to put the study in.");
        }
        if (!Files.isWritable(folder)) {
            throw new ConcordException(
                    "The folder " + folder + " is read-only; choose another place for the study.");
        }
        StudyLock lock =
                StudyLock.take(path)
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                path + " is in use by another Concord."));
        return written(path, program, lock, Migrations::create);
    }

    /// Opens a study: for writing where that is possible, else for reading only ([#writable]).
    ///
    /// @throws ConcordException when it is missing, not a study, newer than this program, or damaged
    public static StudyFile open(Path path, String program) {
        checkIsStudy(path);
        Path folder = path.toAbsolutePath().getParent();
        boolean canWrite = folder != null && Files.isWritable(path) && Files.isWritable(folder);
        Optional<StudyLock> lock = canWrite ? StudyLock.take(path) : Optional.empty();
        if (lock.isPresent()) {
            return written(
                    path,
                    program,
                    lock.get(),
                    writer -> {
                        Migrations.refuseOther(writer, path);
                        Migrations.upgrade(writer, path);
                    });
        }
        boolean alone = !canWrite && !Files.exists(wal(path));
        Db only = readers(path, alone ? Opening.ALONE : Opening.READ);
        boolean well = false;
        try {
            Migrations.refuseOther(only, path);
            well = true;
        } finally {
            if (!well) {
                only.close();
            }
        }
        return new StudyFile(path, only, only, program, false, null);
    }

    /// Loads SQLite, which takes longer the first time than most studies do: another thread can spend that time. No
    /// file is touched.
    ///
    /// @return whether it answers
    public static boolean warm() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement()) {
            return statement.execute("PRAGMA trusted_schema");
        } catch (SQLException e) {
            throw new ConcordException("SQLite cannot be loaded: " + e.getMessage(), e);
        }
    }

    /// A study to be written, prepared by `begin`; where that fails nothing of it stays open.
    private static StudyFile written(
            Path path, String program, StudyLock lock, Consumer<Db> begin) {
        Db writer = null;
        boolean well = false;
        try {
            writer = new Db(connect(path, Opening.WRITE), fileName(path));
            begin.accept(writer);
            StudyFile opened = opened(path, writer, program, lock);
            well = true;
            return opened;
        } finally {
            if (!well) {
                if (writer != null) {
                    writer.close();
                }
                lock.release();
            }
        }
    }

    /// Where the study is.
    public Path path() {
        return path;
    }

    /// Whether acts are possible; false in a read-only place or while another Concord has it open.
    public boolean writable() {
        return writable;
    }

    /// Reads committed state; never waits for a writer.
    public Db read() {
        return reader;
    }

    /// The one way to change anything.
    public Journal journal() {
        return journal;
    }

    /// Looks whether the file is whole. Asked of the writer, who knows full text as it is: a second
    /// connection's idea of it may be older, and its check then cries wolf.
    public Checker.Result check() {
        return Checker.check(writer);
    }

    /// Copies the study as it is now through SQLite's own backup.
    public void backup(Path to) {
        Backups.copy(writer, path, to);
    }

    /// Keeps other programs from taking this study for one that nobody has open, whatever else of this process
    /// looks at its files. For a program that stays; a tenth of a second the first time.
    public void holdFirmly() {
        if (lock != null && whereabouts.inPlace()) {
            firmness.take(path, lock);
        }
    }

    @Override
    public void close() {
        firmness.letGo();
        try {
            if (reader != writer) {
                reader.close();
            }
            boolean inPlace = whereabouts.inPlace();
            if (writable && inPlace) {
                oneFile();
            } else if (writable) {
                letGo();
            }
            writer.close();
            if (writable && !inPlace) {
                Files.deleteIfExists(wal(path));
                Files.deleteIfExists(path.resolveSibling(fileName(path) + "-shm"));
            }
        } catch (ConcordException | IOException e) {
            // Every act is in the file or its log already; the next opening tidies up.
            org.slf4j.LoggerFactory.getLogger(StudyFile.class).warn("Closing {}", path, e);
        } finally {
            closeWriter();
            firmness.close();
            if (lock != null) {
                lock.release();
            }
        }
    }

    /// One file remains and can be read from a read-only place; a closed WAL file cannot. While another program
    /// reads it, it keeps its log, which the next to write it and close it takes in.
    private void oneFile() {
        try {
            writer.exec("PRAGMA journal_mode = DELETE");
        } catch (ConcordException e) {
            if (!Db.isHeld(e)) {
                throw e;
            }
        }
    }

    private void closeWriter() {
        try {
            writer.close();
        } catch (ConcordException e) {
            org.slf4j.LoggerFactory.getLogger(StudyFile.class).warn("Closing {}", path, e);
        }
    }

    private void checkInPlace() {
        try {
            whereabouts.check();
        } catch (ConcordException e) {
            letGo();
            throw e;
        }
    }

    /// The file lost its name. What the log beside the old name holds goes into the file itself, wherever that
    /// is now, so that the log is not taken for that of another file that stands there.
    private void letGo() {
        try {
            writer.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (ConcordException e) {
            org.slf4j.LoggerFactory.getLogger(StudyFile.class).warn("Log of {}", path, e);
        }
    }

    private static StudyFile opened(Path path, Db writer, String program, StudyLock lock) {
        writer.exec("PRAGMA journal_mode = WAL");
        writer.exec("PRAGMA synchronous = FULL");
        // What one statement could take back is kept in memory: with a file, each of twenty
        // thousand
        // places of a corrected text wrote its page there.
        writer.exec("PRAGMA temp_store = MEMORY");
        Db reader = readers(path, Opening.QUERY);
        return new StudyFile(path, writer, reader, program, true, lock);
    }

    /// Readers of the file; further lines only while it is where it was, so that no other file is taken for it.
    private static Db readers(Path path, Opening opening) {
        Connection first = connect(path, opening);
        Whereabouts place = new Whereabouts(path);
        return new Db(
                first,
                fileName(path),
                () ->
                        place.inPlace()
                                ? Optional.of(connect(path, opening.again()))
                                : Optional.empty());
    }

    /// How a connection is opened, as SQLite's flags.
    private enum Opening {
        WRITE(""),
        QUERY(""),
        /// As [#QUERY], but never makes a file.
        QUERY_AGAIN("2"),
        READ("1"),
        /// Nobody else can write: no log is looked for.
        ALONE("65");

        private final String flags;

        Opening(String flags) {
            this.flags = flags;
        }

        Opening again() {
            return this == QUERY ? QUERY_AGAIN : this;
        }
    }

    private static Connection connect(Path path, Opening opening) {
        Properties options = new Properties();
        options.setProperty("foreign_keys", "true");
        options.setProperty("busy_timeout", "1000");
        // Otherwise the driver asks for the new row's id after each insert and leaves that query
        // open, in
        // the way of a backup.
        options.setProperty("jdbc.get_generated_keys", "false");
        String url = "jdbc:sqlite:" + path.toAbsolutePath();
        if (!opening.flags.isEmpty()) {
            options.setProperty("open_mode", opening.flags);
        }
        if (opening == Opening.ALONE) {
            url =
                    "jdbc:sqlite:"
                            + path.toAbsolutePath().toUri().toString().replace("file:///", "file:/")
                            + "?immutable=1";
        }
        Connection connection;
        try {
            connection = DriverManager.getConnection(url, options);
        } catch (SQLException e) {
            throw new ConcordException(path + " could not be opened: " + e.getMessage(), e);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
            statement.execute("PRAGMA cache_size = -32000");
            if (opening == Opening.QUERY || opening == Opening.QUERY_AGAIN) {
                statement.execute("PRAGMA query_only = ON");
            }
            return connection;
        } catch (SQLException e) {
            try {
                connection.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw Db.explained(fileName(path), e);
        }
    }

    private static void checkIsStudy(Path path) {
        if (!Files.exists(path)) {
            throw new ConcordException(
                    "There is no study at " + path + "; make one with “concord new”.");
        }
        if (Files.isDirectory(path)) {
            throw new ConcordException(
                    path + " is a folder, not a study; choose the .concord file in it.");
        }
        byte[] head = new byte[72];
        try (var in = Files.newInputStream(path)) {
            int read = in.readNBytes(head, 0, head.length);
            boolean sqlite =
                    read == head.length
                            && new String(head, 0, 16, StandardCharsets.ISO_8859_1)
                                    .equals("SQLite format 3\0");
            int id =
                    ((head[68] & 255) << 24)
                            | ((head[69] & 255) << 16)
                            | ((head[70] & 255) << 8)
                            | (head[71] & 255);
            if (read == 0) {
                throw new ConcordException(
                        path
                                + " is empty, perhaps a copy that never finished; copy it again, or open"
                                + " a backup.");
            }
            if (!sqlite) {
                throw new ConcordException(
                        path
                                + " is not a Concord study; it was left as it is. Open a study first, then"
                                + " import this file into it.");
            }
            if (id != APPLICATION_ID && !Files.exists(wal(path))) {
                throw new ConcordException(path + " is not a Concord study; it was left as it is.");
            }
        } catch (IOException e) {
            throw new ConcordException(path + " could not be read: " + e.getMessage(), e);
        }
    }

    private static Path wal(Path path) {
        return path.resolveSibling(fileName(path) + "-wal");
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}

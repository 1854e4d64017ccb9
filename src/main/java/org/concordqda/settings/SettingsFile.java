package org.concordqda.settings;

import org.concordqda.model.ConcordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;

/// The one file of settings. Written whole to a file beside it and moved into place, so that a crash
/// leaves the old or the new one, never half. A file that cannot be read is kept as `settings.json.bad`
/// and the program starts with initial settings. What a newer version remembers in it is kept. Safe in any
/// thread.
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// Fields that hold fields of their own; `places` is a map and is replaced as a whole.
    private static final Set<String> RECORDS = Set.of("look", "window");

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// The file of this person on this machine, in the [SettingsFolder].
    public static SettingsFile ofThisPerson() {
        return new SettingsFile(SettingsFolder.ofThisPerson().resolve("settings.json"));
    }

    /// Where the file is.
    public Path place() {
        return file;
    }

    /// Reads, writes and compares in memory as [#load], [#save] and their callers will: the first time of that in a
    /// process takes a while, which another thread can spend. No file is touched.
    ///
    /// @return whether settings come back as they were written
    public static boolean warm() {
        Settings initial = Settings.initial();
        return initial.equals(
                SettingsJson.of(said(JSON.writeValueAsBytes(SettingsJson.of(initial)))));
    }

    /// What is remembered, or the initial settings when nothing readable is there.
    public synchronized Settings load() {
        if (!Files.isRegularFile(file)) {
            return Settings.initial();
        }
        try {
            return SettingsJson.of(said());
        } catch (IOException | JacksonException e) {
            LOG.warn("Settings could not be read and are set aside: {}", file, e);
            setAside();
            return Settings.initial();
        }
    }

    private ObjectNode said() throws IOException {
        return said(Files.readAllBytes(file));
    }

    private static ObjectNode said(byte[] file) {
        return JSON.readTree(file) instanceof ObjectNode said ? said : JSON.createObjectNode();
    }

    private static void overlay(ObjectNode ground, ObjectNode top) {
        for (Map.Entry<String, JsonNode> field : top.properties()) {
            if (RECORDS.contains(field.getKey())
                    && ground.get(field.getKey()) instanceof ObjectNode below
                    && field.getValue() instanceof ObjectNode above) {
                overlay(below, above);
            } else {
                ground.set(field.getKey(), field.getValue());
            }
        }
    }

    /// The new settings over what the file says, so that fields of a newer version stay.
    private ObjectNode merged(Settings settings) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        if (Files.isRegularFile(file)) {
            try {
                all = said();
            } catch (JacksonException unreadable) {
                LOG.warn("The settings file became unreadable and is replaced", unreadable);
            }
        }
        overlay(all, SettingsJson.of(settings));
        return all;
    }

    /// Remembers these settings.
    ///
    /// @throws ConcordException when the place cannot be written; what was remembered before is kept
    public synchronized void save(Settings settings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, JSON.writeValueAsBytes(merged(settings)));
            move(fresh);
        } catch (IOException | JacksonException e) {
            throw new ConcordException(
                    "The settings could not be saved to " + file + "; the earlier ones are kept.",
                    e);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void setAside() {
        try {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".bad"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The unreadable settings stay where they are: {}", file, e);
        }
    }
}

package org.concordqda.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.settings.Settings.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SettingsFileTest {
    @TempDir Path folder;

    @Test
    void whatIsSavedIsLoaded() {
        SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("settings.json"));
        Settings settings =
                Settings.initial()
                        .opened("/a.concord")
                        .opened("/b.concord")
                        .opened("/a.concord")
                        .withCoder("Müller 损")
                        .withLook(new Settings.Look(ThemeChoice.HIGH_CONTRAST_DARK, 1.5, 1.25))
                        .chosen("History")
                        .withPlace("/a.concord", "coding:3");
        file.save(settings);
        assertEquals(settings, file.load());
        assertEquals(List.of("/a.concord", "/b.concord"), file.load().recent());
        assertFalse(Files.exists(folder.resolve("deep").resolve("settings.json.new")));
    }

    @Test
    void whatIsWarmedUpComesBackAsItWas() {
        assertTrue(SettingsFile.warm());
    }

    @Test
    void anOlderFileKeepsWhatItSaysAndGetsTheRest() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"coder\": \"Ada\", \"unheardOf\": [1]}");
        Settings loaded = new SettingsFile(path).load();
        assertEquals(Settings.initial().withCoder("Ada"), loaded);
    }

    @Test
    void whatANewerVersionRemembersIsKept() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(
                path,
                "{\"coder\": \"Ada\", \"unheardOf\": [1], \"look\": {\"zoom\": 9, \"glow\": 3},"
                        + " \"places\": {\"/a\": \"Code:1:2\"}}");
        SettingsFile file = new SettingsFile(path);
        Settings loaded = file.load();
        assertEquals(2, loaded.look().zoom(), "kept within what can be used");
        assertEquals(1, loaded.look().text());
        assertEquals("krippendorff", loaded.benchmark(), "what an older version did not say");
        file.save(
                new Settings(
                        loaded.recent(),
                        "Bo",
                        loaded.look(),
                        loaded.window(),
                        java.util.Map.of(),
                        List.of(),
                        false,
                        "altman"));
        String now = Files.readString(path);
        assertTrue(now.contains("unheardOf") && now.contains("glow") && now.contains("Bo"), now);
        assertFalse(now.contains("Code:1:2"), now);
    }

    @Test
    void whatCannotBeMeantIsAsItIsInitially() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(
                path,
                "{\"coder\": null, \"look\": {\"theme\": \"PINK\", \"zoom\": \"wide\"}, \"window\": 7,"
                        + " \"places\": [1], \"recent\": [\"/a\", 2, null], \"tourSeen\": true}");
        Settings loaded = new SettingsFile(path).load();
        assertEquals(Settings.initial().opened("/a").withTourSeen(), loaded);
    }

    @Test
    void anUnreadableFileIsSetAside() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"recent\": [");
        assertEquals(Settings.initial(), new SettingsFile(path).load());
        assertTrue(Files.exists(folder.resolve("settings.json.bad")));
    }

    @Test
    void twelveRecentStudiesAreEnough() {
        Settings settings = Settings.initial();
        for (int i = 0; i < 20; i++) {
            settings = settings.opened("/" + i);
        }
        assertEquals(12, settings.recent().size());
        assertEquals("/19", settings.recent().getFirst());
    }
}

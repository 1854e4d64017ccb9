package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.ImportedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class IssueReaderTest {
    private static final String ISSUE =
            """
            {"url":"https://api.github.com/repos/o/r/issues/7","html_url":"https://github.com/o/r/issues/7",
             "id":4141,"number":7,"title":"Loss is NaN 😀","user":{"login":"ann","type":"User"},
             "labels":[{"name":"bug"},"help wanted"],"state":"closed","state_reason":"completed",
             "comments":2,"created_at":"2020-01-01T00:00:00Z","updated_at":"2020-02-01T00:00:00Z",
             "closed_at":"2020-01-05T00:00:00Z","author_association":"NONE","milestone":{"title":"v2"},
             "body":"one\\r\\ntwo\\rthree","reactions":{"total_count":3,"+1":2,"heart":1,"eyes":0}}\
            """;
    private static final String COMMENT =
            """
            {"issue_url":"https://api.github.com/repos/o/r/issues/%s","id":%d,
             "html_url":"https://github.com/o/r/issues/7#issuecomment-%d","user":{"login":"%s","type":"%s"},
             "created_at":"2020-01-0%dT00:00:00Z","updated_at":"2020-01-04T00:00:00Z",
             "author_association":"MEMBER","body":%s}\
            """;

    @TempDir Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String comment(
            String issue, int id, String who, String type, int day, String body) {
        return COMMENT.formatted(issue, id, id, who, type, day, body);
    }

    @Test
    void commentsOfAnotherFileAreJoinedWhateverTheOrder() throws IOException {
        Path comments =
                file(
                        "comments.json",
                        "["
                                + comment("7", 12, "bot[bot]", "Bot", 3, "\"third\"")
                                + ","
                                + comment("7", 11, "ben", "User", 2, "null")
                                + ","
                                + comment("4141", 13, "cat", "User", 4, "\"by id\"")
                                + ","
                                + comment("99", 14, "dan", "User", 4, "\"lost\"")
                                + "]");
        Path issues = file("issues.json", "[" + ISSUE + "]");
        Collected one = Collected.of(KindHint.AUTO, comments, issues);
        Collected two = Collected.of(KindHint.AUTO, issues, comments);
        ImportedSource source = one.only();
        assertEquals("Loss is NaN 😀\n\none\ntwo\nthree\n\n\n\nthird\n\nby id", source.text());
        assertEquals(
                """
                BODY | ann | 2020-01-01T00:00:00Z |  | one⏎two⏎three
                COMMENT | ben (member) | 2020-01-02T00:00:00Z |  |\s
                COMMENT | bot[bot] (member) | 2020-01-03T00:00:00Z |  | third
                COMMENT | cat (member) | 2020-01-04T00:00:00Z |  | by id
                """
                        .replace("BODY | ann", "BODY | ann (none)"),
                Collected.turns(source));
        assertEquals("yes", source.turns().get(2).details().get("bot"));
        assertEquals("2020-01-04T00:00:00Z", source.turns().get(2).details().get("edited"));
        assertEquals("", source.turns().get(3).details().getOrDefault("edited", ""));
        assertEquals("+1: 2, heart: 1", source.attributes().get("reactions"));
        assertEquals("bug; help wanted", source.attributes().get("labels"));
        assertEquals("v2", source.attributes().get("milestone"));
        assertEquals("3", source.attributes().get("comments"));
        assertEquals(source.fileHash(), two.only().fileHash());
        assertEquals(
                List.of(
                        "comments.json: the comment of o/r#99 was left out: its issue is not in"
                                + " this import."),
                one.problems);
        assertNotEquals(source.fileHash(), Collected.of(KindHint.ISSUE, issues).only().fileHash());
    }

    @Test
    void ghJsonKnowsItsRepositoryFromTheAddress() throws IOException {
        Path gh =
                file(
                        "gh.json",
                        """
                        [{"author":{"id":"U_1","is_bot":false,"login":"ann","name":""},"body":"b","closed":true,
                          "closedAt":"2020-01-05T00:00:00Z","createdAt":"2020-01-01T00:00:00Z","id":"I_1",
                          "labels":[{"id":"L","name":"bug","color":"fff"}],"number":7,"state":"CLOSED",
                          "stateReason":"NOT_PLANNED","title":"t","url":"https://github.com/o/r/issues/7",
                          "reactionGroups":[{"content":"THUMBS_UP","users":{"totalCount":4}}],
                          "comments":[{"id":"IC_1","author":{"login":"app/stale","is_bot":true},
                            "authorAssociation":"NONE","body":"c","createdAt":"2020-01-02T00:00:00Z",
                            "includesCreatedEdit":true,"url":"https://github.com/o/r/issues/7#issuecomment-5"}]},
                         {"number":8,"title":"p","url":"https://github.com/o/r/pull/8"},
                         {"number":9,"title":"no address"},
                         {"something":"else"}, 5]
                        """);
        Collected all = Collected.of(KindHint.AUTO, gh);
        ImportedSource source = all.only();
        assertEquals("o/r#7", source.key());
        assertEquals("t\n\nb\n\nc", source.text());
        assertEquals("closed", source.attributes().get("state"));
        assertEquals("not_planned", source.attributes().get("state reason"));
        assertEquals("+1: 4", source.attributes().get("reactions"));
        assertEquals("yes", source.turns().get(1).details().get("bot"));
        assertEquals("yes", source.turns().get(1).details().get("edited"));
        assertEquals("5", source.turns().get(1).details().get("id"));
        assertEquals(List.of("pull request gh.json o/r#8"), all.leftOut);
        assertEquals(
                List.of(
                        "gh.json, item 3: the issue does not say which repository it is from; with"
                                + " gh, ask for --json url too.",
                        "gh.json, item 4: 2 items are neither an issue nor a comment of GitHub and"
                                + " left out."),
                all.problems);
    }

    @Test
    void everyContainerGivesTheSameIssue() throws IOException {
        String line = ISSUE.replace("\n", " ");
        Path single = file("a.json", ISSUE);
        Path lines =
                file("b.jsonl", line + "\n" + line.replace("/7", "/8").replace(":7", ":8") + "\n");
        Path pages = file("c.json", "[" + ISSUE + "]\n[]\n[" + ISSUE + "]");
        Path slurped = file("d.json", "[[" + ISSUE + "],[" + ISSUE + "]]");
        Path search = file("e.json", "{\"total_count\":1,\"items\":[" + ISSUE + "]}");
        Path packed = folder.resolve("f.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(ISSUE.getBytes(StandardCharsets.UTF_8));
        }
        Path wide = Files.writeString(folder.resolve("g.json"), ISSUE, StandardCharsets.UTF_16);
        Collected all = Collected.of(KindHint.AUTO, folder);
        assertEquals(List.of(), all.problems);
        assertEquals(1 + 2 + 2 + 2 + 1 + 1 + 1, all.sources.size());
        String text = Collected.of(KindHint.AUTO, single).only().text();
        for (Path each : List.of(single, search, packed, wide)) {
            assertEquals(text, Collected.of(KindHint.AUTO, each).only().text(), each.toString());
        }
        assertEquals(2, Collected.of(KindHint.AUTO, lines).sources.size());
        assertEquals(2, Collected.of(KindHint.AUTO, pages).sources.size());
        assertEquals(2, Collected.of(KindHint.AUTO, slurped).sources.size());
    }

    @Test
    void damagedFilesStopOnlyThemselves() throws IOException {
        file("a.json", "[" + ISSUE + ",\n{\"title\":\"cut");
        file("b.json", "");
        file("c.json", "[" + ISSUE + "}");
        file("d.json", "not json");
        file("e.json", ISSUE);
        file("f.json", "[".repeat(100_000));
        file("g.json", "{\"a\":".repeat(100_000));
        Collected all = Collected.of(KindHint.AUTO, folder, folder.resolve("none.json"));
        assertEquals(1, all.sources.size());
        assertEquals("e.json", all.only().file());
        assertEquals(7, all.problems.size());
        assertEquals(
                "a.json, item 2, line 7, column 14: the JSON ends in the middle; the file is cut"
                        + " off.",
                all.problems.get(0));
        assertEquals("b.json: the file is empty.", all.problems.get(1));
        assertTrue(all.problems.get(2).startsWith("c.json, item 2, line 6"), all.problems.get(2));
        assertTrue(all.problems.get(3).contains("not valid JSON"), all.problems.get(3));
        assertTrue(all.problems.get(4).contains("nested too deep"), all.problems.get(4));
        assertTrue(all.problems.get(5).contains("larger or deeper"), all.problems.get(5));
        assertEquals("none.json: there is no such file.", all.problems.get(6));
    }

    @Test
    void whatNoFileCanStoreIsReplaced() throws IOException {
        Path file =
                file(
                        "a.json",
                        ISSUE.replace("\"one", "\"\\u0000 \\ud83d x \\ude00 \\ud83d\\ude00 one"));
        assertTrue(
                Collected.of(KindHint.AUTO, file)
                        .only()
                        .text()
                        .contains("\uFFFD \uFFFD x \uFFFD 😀 one\ntwo"));
    }

    @Test
    void keysOfAddresses() {
        assertEquals(
                "a/b#5", IssueKeys.of("https://github.com/a/b/issues/5#issue-549").orElseThrow());
        assertEquals("a/b#5", IssueKeys.of("https://github.com/a/b/issues/5?x=1").orElseThrow());
        assertEquals(
                "a/b#5", IssueKeys.of(" https://api.github.com/repos/a/b/issues/5 ").orElseThrow());
        assertEquals(
                "a/b#5",
                IssueKeys.of("https://ghe.example.org/api/v3/repos/a/b/issues/5").orElseThrow());
        assertEquals("a/b#5", IssueKeys.of("a/b#5#issue-549").orElseThrow());
        assertTrue(IssueKeys.of("5").isEmpty());
    }
}

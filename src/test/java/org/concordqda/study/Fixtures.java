package org.concordqda.study;

import org.concordqda.model.Approach;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceKind;
import org.concordqda.model.TurnKind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Small real studies for tests.
final class Fixtures {
    private Fixtures() {}

    static Code code(String name, Code... children) {
        return Code.named(new CodeId(0), key(name), name, false, List.of(children));
    }

    private static String key(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    static Dimension dimension(String name, Scope scope, Choice choice, Code... codes) {
        return Dimension.named(key(name), name, scope, choice, List.of(codes));
    }

    static ImportedCodebook codebook() {
        return new ImportedCodebook(
                "",
                "Test",
                "",
                "",
                "",
                List.of(
                        dimension(
                                "Screening", Scope.SOURCE, Choice.ONE, code("Keep"), code("Drop")),
                        dimension(
                                "Stage",
                                Scope.UNIT,
                                Choice.ONE,
                                code("Environment"),
                                code("Training"),
                                code("Modeling")),
                        dimension(
                                "Symptom",
                                Scope.UNIT,
                                Choice.MANY,
                                code("Crash"),
                                code("Hang"),
                                code("Slow")),
                        dimension(
                                "Theme",
                                Scope.PASSAGE,
                                Choice.MANY,
                                code("Reuse", code("Same code")),
                                code("Trust"))));
    }

    /// A codebook of one dimension for passages, “Theme”, with these codes.
    static ImportedCodebook themes(Code... codes) {
        return new ImportedCodebook(
                "",
                "Themes",
                "",
                "",
                "",
                List.of(dimension("Theme", Scope.PASSAGE, Choice.MANY, codes)));
    }

    static Study study(Path folder) {
        return Study.create(
                folder.resolve("test.concord"),
                new Study.Start("Test", Approach.CODEBOOK, "Ana", List.of(codebook())));
    }

    static ImportedSource issue(String key, String... bodies) {
        StringBuilder text = new StringBuilder("Title of " + key);
        List<ImportedTurn> turns = new ArrayList<>();
        for (String body : bodies) {
            text.append("\n\n");
            int start = text.length();
            text.append(body);
            turns.add(
                    new ImportedTurn(
                            turns.isEmpty() ? TurnKind.BODY : TurnKind.COMMENT,
                            Optional.of("user" + turns.size()),
                            Optional.of("NONE"),
                            Optional.of("2021-03-04T00:00:00Z"),
                            start,
                            start,
                            start,
                            text.length(),
                            Map.of("bot", "false")));
        }
        return new ImportedSource(
                SourceKind.ISSUE,
                key,
                "Title of " + key,
                text.toString(),
                1,
                turns,
                Map.of("labels", "bug"),
                Optional.of("2021-03-04T00:00:00Z"),
                Optional.empty(),
                "issues.json",
                org.concordqda.text.Hashes.sha256(text.toString()),
                new byte[0],
                List.of(),
                List.of());
    }
}

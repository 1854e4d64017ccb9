package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeMapping;
import org.concordqda.model.AttributeMapping.Preview;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Tables of attributes as they lie about: keys that name nothing, keys twice, headers that are missing.
class AttributeTableInputTest {
    @TempDir Path folder;
    private Study study;
    private SourceId one;
    private SourceId two;

    @BeforeEach
    void open() {
        study = Fixtures.study(folder);
        DeskStudies.add(study, Fixtures.issue("o/r#1"));
        DeskStudies.add(study, Fixtures.issue("o/r#2"));
        one = study.sources().byKey("o/r#1").orElseThrow().id();
        two = study.sources().byKey("o/r#2").orElseThrow().id();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private Path table(String words) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), words);
    }

    private static AttributeMapping by(String key) {
        return new AttributeMapping(Of.SOURCE, "", key, Set.of(), false);
    }

    private String refusal(Path table, AttributeMapping mapping) {
        int acts = study.history().log(100).size();
        int attributes = study.attributes().list().size();
        String said =
                assertThrows(
                                ConcordException.class,
                                () -> study.imports().attributes(table, mapping))
                        .getMessage();
        assertEquals(acts, study.history().log(100).size(), "no act");
        assertEquals(attributes, study.attributes().list().size(), "no attribute");
        return said;
    }

    @Test
    void oneSourceNamedInTwoWaysIsTold() throws IOException {
        Path table =
                table(
                        "issue,stars,zoo\n#1,5,\nhttps://github.com/o/r/issues/1,,yes\no/r#1,7,\n#9,1,no\n");
        AttributeMapping guess = study.imports().attributeMapping(table);
        Preview preview = study.imports().attributePreview(table, guess);
        assertEquals(List.of("#9"), preview.unmatched());
        assertEquals(4, preview.rows());
        assertEquals(
                List.of(
                        "Row 3 is a second one of “o/r#1”; where both have a value the later row counts.",
                        "Row 4 is a second one of “o/r#1”; where both have a value the later row counts."),
                preview.notes());
        study.imports().attributes(table, guess);
        assertEquals("7", study.sources().attributes(one).get("stars"));
        assertEquals("yes", study.sources().attributes(one).get("zoo"));
        assertEquals(null, study.sources().attributes(two).get("stars"));
        study.history().undo();
        assertEquals(null, study.sources().attributes(one).get("stars"));
        assertTrue(study.attributes().list().stream().noneMatch(a -> a.name().equals("stars")));
    }

    @Test
    void headersThatAreMissingDoubledOrBehindTheLastColumn() throws IOException {
        // An index column without a name in front, a column without a name, two of one name, a
        // ragged row,
        // blank columns and rows behind; a byte order mark before all of it.
        Path table =
                table(
                        "\ufeff,issue,zoo,,zoo, language ,,\n0,o/r#1,yes,x,no,C,,\n,,,,,,,\n1,o/r#2,no\n,,,,,,,\n");
        AttributeMapping guess = study.imports().attributeMapping(table);
        assertEquals("issue", guess.key());
        Preview preview = study.imports().attributePreview(table, guess);
        assertEquals(2, preview.rows());
        assertEquals(
                List.of("zoo 2", "language 1"),
                preview.columns().stream().map(c -> c.name() + " " + c.values()).toList());
        assertEquals(
                List.of(
                        "There are two columns “zoo”; the first is read.",
                        "2 columns without a name are left out."),
                preview.notes());
        study.imports().attributes(table, guess);
        assertEquals("yes", study.sources().attributes(one).get("zoo"));
        assertEquals("no", study.sources().attributes(two).get("zoo"));
        assertEquals("C", study.sources().attributes(one).get("language"));
        // A key column without a name is still the key.
        Path bare = table(",zoo\no/r#1,perhaps\no/r#2,\n");
        study.imports().attributes(bare, study.imports().attributeMapping(bare));
        assertEquals("perhaps", study.sources().attributes(one).get("zoo"));
        assertEquals(
                "no", study.sources().attributes(two).get("zoo"), "a blank cell changes nothing");
    }

    @Test
    void whatNamesNothingOrIsEmptyStoresNothing() throws IOException {
        assertEquals(
                "No row of t.csv names a source of the study in its column “issue”: there is no"
                        + " “x/y#4”. Nothing was stored.",
                refusal(table("issue,zoo\nx/y#4,yes\nx/y#5,no\n"), by("issue")));
        assertEquals(
                "t.csv has no row with something in the column “issue”. Nothing was stored.",
                refusal(table("issue,zoo\n,yes\n"), by("issue")));
        assertTrue(refusal(table("issue,zoo\n"), by("issue")).contains("holds no rows"));
        assertTrue(
                refusal(table("issue,zoo\no/r#1,1\n"), by("Issue #")).contains("has issue, zoo"));
        assertTrue(refusal(table(""), by("issue")).contains("t.csv"));
        assertTrue(refusal(table("\n\n , ,\n"), by("issue")).contains("t.csv"));
        Path none = folder.resolve("none.csv");
        assertTrue(refusal(none, by("issue")).contains("none.csv"));
    }
}

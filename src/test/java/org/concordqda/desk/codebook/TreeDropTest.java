package org.concordqda.desk.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.concordqda.desk.fx.Contrast;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.Dimension;
import org.concordqda.study.Codebooks;
import org.concordqda.study.DeskStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/// Where a dragged line goes, and a colour that is too weak.
class TreeDropTest {
    @TempDir Path folder;
    private Study study;
    private Codebook book;

    @BeforeEach
    void make() {
        study = DeskStudies.make(folder);
        book = study.codebooks().draft();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private CodebookNode node(String path) {
        Code code = Codebooks.coded(book, path);
        return new CodebookNode(book.dimensionOf(code.id()).orElseThrow(), Optional.of(code));
    }

    private TreeDrop drop(String dragged, String line, TreeDrop.At at) {
        return TreeDrop.of(node(dragged), node(line), at, book.dimensions());
    }

    @Test
    void aCodeGoesBeforeIntoOrAfterTheLineUnderIt() {
        assertEquals(TreeDrop.At.BEFORE, TreeDrop.at(4, 32));
        assertEquals(TreeDrop.At.INTO, TreeDrop.at(16, 32));
        assertEquals(TreeDrop.At.AFTER, TreeDrop.at(29, 32));
        TreeDrop after = drop("Passages > Trust", "Passages > Cause", TreeDrop.At.AFTER);
        assertEquals(2, after.position());
        assertTrue(after.parent().isEmpty());
        assertEquals("After “Cause”", after.says());
        TreeDrop into = drop("Passages > Trust", "Passages > Cause", TreeDrop.At.INTO);
        assertEquals(Codebooks.coded(book, "Passages > Cause").id(), into.parent().orElseThrow());
        TreeDrop before = drop("Passages > Trust", "Passages > GPU usage", TreeDrop.At.BEFORE);
        assertEquals(1, before.position());
        assertEquals(into.parent(), before.parent());
    }

    @Test
    void whatCannotBeSaysWhy() {
        TreeDrop cycle = drop("Passages > Cause", "Passages > GPU usage", TreeDrop.At.INTO);
        assertFalse(cycle.allowed());
        assertEquals("“Cause” cannot stand under itself.", cycle.says());
        TreeDrop other = drop("Passages > Trust", "DL stage > Training", TreeDrop.At.AFTER);
        assertFalse(other.allowed());
        assertTrue(other.says().contains("stays in its dimension"));
        study.codebooks()
                .edit(
                        node("Passages > Trust").code().orElseThrow().id(),
                        "special",
                        "UNSURE",
                        false,
                        "");
        book = study.codebooks().draft();
        TreeDrop none = drop("Passages > Cause", "Passages > Trust", TreeDrop.At.INTO);
        assertFalse(none.allowed());
        assertEquals("“Trust” stands for no answer: no code stands under it.", none.says());
        assertTrue(drop("Passages > Cause", "Passages > Trust", TreeDrop.At.BEFORE).allowed());
        Dimension first = book.dimensions().getFirst();
        Dimension last = book.dimensions().getLast();
        TreeDrop dimension =
                TreeDrop.of(
                        new CodebookNode(last, Optional.empty()),
                        new CodebookNode(first, Optional.empty()),
                        TreeDrop.At.BEFORE,
                        book.dimensions());
        assertTrue(dimension.allowed());
        assertEquals(0, dimension.position());
        assertFalse(
                TreeDrop.of(
                                new CodebookNode(last, Optional.empty()),
                                node("DL stage > Training"),
                                TreeDrop.At.INTO,
                                book.dimensions())
                        .allowed());
    }

    @Test
    void aWeakColourHasABetterOneInBothThemes() {
        for (Color weak : new Color[] {Color.web("#fff2a8"), Color.web("#101820"), Color.GRAY}) {
            Color better = ColourField.better(weak);
            assertTrue(Contrast.ratio(better, Palette.LIGHT.of("panel")) >= 3, better.toString());
            assertTrue(Contrast.ratio(better, Palette.DARK.of("panel")) >= 3, better.toString());
        }
    }
}

package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.model.RoundId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Two thousand random acts by three coders with undo and redo at random: after every step each table is
/// what a model of row images says, also after closing and opening the file in between.
class RandomActsTest {
    private static final List<String> PEOPLE = List.of("Ana", "Ben", "Chi");

    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private static final class Person {
        final List<RowImages.Image> done = new ArrayList<>();
        final List<RowImages.Image> undone = new ArrayList<>();
    }

    @Test
    void undoAndRedoAlwaysGiveTheRowsThatWere() {
        Random random = new Random(20260301);
        Study study = Fixtures.study(folder);
        study.coders().add("Ben", CoderKind.PERSON);
        study.coders().add("Chi", CoderKind.PERSON);
        study.actAs("Ana");
        RoundId round = study.rounds().open("Main", false);
        Map<String, Person> people = new HashMap<>();
        PEOPLE.forEach(p -> people.put(p, new Person()));
        int undone = 0;
        int redone = 0;
        int refused = 0;
        int acts = 0;
        Map<RowImages.Key, String> state = RowImages.tables(study);
        while (acts < 2000) {
            if (random.nextInt(400) == 0) {
                study.close();
                study = Study.open(folder.resolve("test.concord"));
            }
            String name = PEOPLE.get(random.nextInt(3));
            Person person = people.get(name);
            study.actAs(name);
            int dice = random.nextInt(10);
            if (dice < 2 && !person.done.isEmpty()) {
                RowImages.Image image = person.done.getLast();
                Map<RowImages.Key, String> expected =
                        RowImages.applied(state, image.after(), image.before());
                try {
                    study.history().undo();
                    undone++;
                    person.undone.add(person.done.removeLast());
                    state = expected;
                } catch (ConcordException e) {
                    refused++;
                    assertTrue(
                            others(people, name).stream()
                                    .anyMatch(o -> RowImages.touches(o, image)),
                            "refused without another coder's act in the way: " + e.getMessage());
                }
            } else if (dice < 4 && !person.undone.isEmpty()) {
                RowImages.Image image = person.undone.getLast();
                Map<RowImages.Key, String> expected =
                        RowImages.applied(state, image.before(), image.after());
                try {
                    study.history().redo();
                    redone++;
                    person.done.add(person.undone.removeLast());
                    state = expected;
                } catch (ConcordException e) {
                    refused++;
                }
            } else {
                try {
                    RandomActs.act(study, round, random);
                } catch (ConcordException e) {
                    assertEquals(
                            state,
                            RowImages.tables(study),
                            "a refused act changed something: " + e);
                    continue;
                }
                Map<RowImages.Key, String> after = RowImages.tables(study);
                RowImages.Image image = RowImages.difference(state, after);
                if (!image.before().isEmpty() || !image.after().isEmpty()) {
                    person.done.add(image);
                    person.undone.clear();
                    acts++;
                }
                state = after;
                continue;
            }
            RowImages.Image wrong = RowImages.difference(state, RowImages.tables(study));
            assertEquals(
                    new RowImages.Image(Map.of(), Map.of()),
                    wrong,
                    "after undo or redo by " + name);
            assertEquals(
                    study.file().read().number("SELECT count(*) FROM turn"),
                    study.file().read().number("SELECT count(*) FROM turn_words_docsize"),
                    "full text holds exactly the live turns");
        }
        assertTrue(undone > 200 && redone > 100, undone + " undone, " + redone + " redone");
        assertTrue(refused > 0, "no conflict between coders ever arose");
        study.close();
    }

    private static List<RowImages.Image> others(Map<String, Person> people, String name) {
        List<RowImages.Image> all = new ArrayList<>();
        people.forEach(
                (n, p) -> {
                    if (!n.equals(name)) {
                        all.addAll(p.done);
                    }
                });
        return all;
    }
}

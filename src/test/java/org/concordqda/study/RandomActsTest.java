package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Coding;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.MemoKind;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Two thousand random acts by three coders with undo and redo at random: after every step each table is
/// what a model of row images says, also after closing and opening the file in between.
class RandomActsTest {
    private static final List<String> PEOPLE = List.of("Ana", "Ben", "Chi");

    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    record Key(String table, long id) {
        Key row() {
            int dot = table.indexOf('.');
            return dot < 0 ? this : new Key(table.substring(0, dot), id);
        }
    }

    /// Row images before and after an act; an absent row is hidden or not made yet.
    private record Image(Map<Key, String> before, Map<Key, String> after) {}

    private static final class Person {
        final List<Image> done = new ArrayList<>();
        final List<Image> undone = new ArrayList<>();
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
        Map<Key, String> state = tables(study);
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
                Image image = person.done.getLast();
                Map<Key, String> expected = applied(state, image.after, image.before);
                try {
                    study.history().undo();
                    undone++;
                    person.undone.add(person.done.removeLast());
                    state = expected;
                } catch (ConcordException e) {
                    refused++;
                    assertTrue(
                            others(people, name).stream().anyMatch(o -> touches(o, image)),
                            "refused without another coder's act in the way: " + e.getMessage());
                }
            } else if (dice < 4 && !person.undone.isEmpty()) {
                Image image = person.undone.getLast();
                Map<Key, String> expected = applied(state, image.before, image.after);
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
                    act(study, round, random);
                } catch (ConcordException e) {
                    assertEquals(state, tables(study), "a refused act changed something: " + e);
                    continue;
                }
                Map<Key, String> after = tables(study);
                Image image = difference(state, after);
                if (!image.before.isEmpty() || !image.after.isEmpty()) {
                    person.done.add(image);
                    person.undone.clear();
                    acts++;
                }
                state = after;
                continue;
            }
            Image wrong = difference(state, tables(study));
            assertEquals(new Image(Map.of(), Map.of()), wrong, "after undo or redo by " + name);
            assertEquals(
                    study.file().read().number("SELECT count(*) FROM turn"),
                    study.file().read().number("SELECT count(*) FROM turn_words_docsize"),
                    "full text holds exactly the live turns");
        }
        assertTrue(undone > 200 && redone > 100, undone + " undone, " + redone + " redone");
        assertTrue(refused > 0, "no conflict between coders ever arose");
        study.close();
    }

    private static List<Image> others(Map<String, Person> people, String name) {
        List<Image> all = new ArrayList<>();
        people.forEach(
                (n, p) -> {
                    if (!n.equals(name)) {
                        all.addAll(p.done);
                    }
                });
        return all;
    }

    /// Whether an act touched a row of the other, one that refers to one of its rows, or took away one that
    /// its rows refer to.
    private static boolean touches(Image later, Image image) {
        return touches(later.after, image)
                || touches(later.before, image)
                || later.before.keySet().stream()
                        .filter(gone -> !later.after.containsKey(gone))
                        .anyMatch(
                                gone ->
                                        image.before.values().stream()
                                                .anyMatch(
                                                        v ->
                                                                (";" + v)
                                                                        .contains(
                                                                                ";"
                                                                                        + gone.row()
                                                                                                .table
                                                                                        + "="
                                                                                        + gone.id
                                                                                        + ";")));
    }

    private static boolean touches(Map<Key, String> rows, Image image) {
        java.util.Set<Key> own = new java.util.HashSet<>();
        image.before.keySet().forEach(k -> own.add(k.row()));
        image.after.keySet().forEach(k -> own.add(k.row()));
        return rows.entrySet().stream()
                .anyMatch(
                        row ->
                                own.contains(row.getKey().row())
                                        || image.after.keySet().stream()
                                                .anyMatch(
                                                        m ->
                                                                !m.row()
                                                                                .table
                                                                                .equals(
                                                                                        row.getKey()
                                                                                                .row()
                                                                                                .table)
                                                                        && row.getValue()
                                                                                .contains(
                                                                                        "=" + m.id
                                                                                                + ";")));
    }

    private static Map<Key, String> applied(
            Map<Key, String> state, Map<Key, String> from, Map<Key, String> to) {
        Map<Key, String> result = new HashMap<>(state);
        from.keySet().forEach(result::remove);
        result.putAll(to);
        return result;
    }

    private static Image difference(Map<Key, String> before, Map<Key, String> after) {
        Map<Key, String> old = new HashMap<>();
        Map<Key, String> now = new HashMap<>();
        before.forEach(
                (k, v) -> {
                    if (!v.equals(after.get(k))) {
                        old.put(k, v);
                    }
                });
        after.forEach(
                (k, v) -> {
                    if (!v.equals(before.get(k))) {
                        now.put(k, v);
                    }
                });
        return new Image(old, now);
    }

    /// Every live row of every journaled table; `made_by` is left out, it never changes.
    static Map<Key, String> tables(Study study) {
        Map<Key, String> rows = new HashMap<>();
        var db = study.file().read();
        for (String physical :
                db.list(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE"
                                + " '%\\_all' ESCAPE '\\'",
                        r -> r.text(1))) {
            String table = physical.substring(0, physical.length() - 4);
            List<String> columns =
                    db.list("SELECT name FROM pragma_table_info(?)", r -> r.text(1), physical);
            db.each(
                    "SELECT * FROM " + physical + " WHERE removed_by IS NULL",
                    r -> {
                        Map<String, String> values = new LinkedHashMap<>();
                        for (int i = 0; i < columns.size(); i++) {
                            if (!columns.get(i).equals("deflated")) {
                                values.put(columns.get(i), r.maybeText(i + 1).orElse("∅"));
                            }
                        }
                        values.remove("made_by");
                        long id = r.number(1);
                        if (table.equals("code_text")) {
                            // Several coders change different fields of one code, each their own.
                            values.forEach(
                                    (k, v) ->
                                            rows.put(
                                                    new Key(table + "." + k, id),
                                                    k + "=" + v + ";"));
                            return;
                        }
                        StringBuilder out = new StringBuilder();
                        values.forEach((k, v) -> out.append(k).append('=').append(v).append(';'));
                        rows.put(new Key(table, id), out.toString());
                    });
        }
        return rows;
    }

    private static void act(Study study, RoundId round, Random random) {
        List<Source> sources = study.sources().list();
        int dice = sources.size() < 3 ? 0 : random.nextInt(18);
        if (dice == 0) {
            int n = random.nextInt(40);
            Fixtures.importSource(
                    study,
                    Fixtures.issue(
                            "o/r#" + n, "Loss is NaN 😀 after step " + n, "损失变为NaN, same here"));
            return;
        }
        Source source = sources.get(random.nextInt(sources.size()));
        List<Unit> units = study.units().of(source.id());
        List<Coding> codings = study.codings().of(source.id());
        List<Dimension> dimensions =
                study.codebooks().version(study.rounds().get(round).version()).dimensions();
        Dimension dimension = dimensions.get(random.nextInt(dimensions.size()));
        Code code = dimension.allCodes().get(random.nextInt(dimension.allCodes().size()));
        switch (dice) {
            case 1, 2, 3, 4 -> {
                int length = study.sources().text(source.id()).orElseThrow().text().length();
                int start = random.nextInt(length - 2);
                study.codings()
                        .apply(
                                round,
                                source.id(),
                                start,
                                start + 1 + random.nextInt(length - start),
                                any(dimensions.getLast().allCodes(), random).id());
            }
            case 5 -> study.codings().remove(List.of(any(codings, random).id()));
            case 6 ->
                    study.codings()
                            .recode(
                                    any(codings, random).id(),
                                    any(dimensions.getLast().allCodes(), random).id());
            case 7 -> study.codings().resize(any(codings, random).id(), 0, 1 + random.nextInt(20));
            case 8 -> study.codings().memo(any(codings, random).id(), "memo " + random.nextInt(9));
            case 9, 10, 11 -> {
                boolean whole = dimension.scope() == Scope.SOURCE;
                study.ratings()
                        .set(
                                new Ratings.Place(
                                        round,
                                        source.id(),
                                        whole
                                                ? Optional.empty()
                                                : Optional.of(any(units, random).id()),
                                        dimension.id()),
                                List.of(code.id()),
                                Ratings.Beside.NONE);
            }
            case 12 -> {
                boolean whole = dimension.scope() == Scope.SOURCE;
                study.ratings()
                        .clear(
                                new Ratings.Place(
                                        round,
                                        source.id(),
                                        whole
                                                ? Optional.empty()
                                                : Optional.of(any(units, random).id()),
                                        dimension.id()));
            }
            case 13 -> {
                if (random.nextBoolean()) {
                    study.units().find(round, source.id());
                } else {
                    study.units().remove(any(units, random).id());
                }
            }
            case 14 ->
                    study.rounds()
                            .mark(
                                    round,
                                    source.id(),
                                    random.nextBoolean()
                                            ? AssignmentState.DONE
                                            : AssignmentState.IN_PROGRESS);
            case 15 -> {
                if (random.nextInt(4) == 0) {
                    study.sources().remove(source.id());
                } else {
                    study.attributes()
                            .set(
                                    List.of(source.id()),
                                    "stars" + random.nextInt(3),
                                    random.nextBoolean() ? "" : "n" + random.nextInt(5));
                }
            }
            case 16 -> {
                // Seldom, as every one makes all later steps read more.
                if (random.nextInt(3) == 0) {
                    reshape(study, random);
                } else {
                    study.codings().exemplar(any(codings, random).id(), random.nextBoolean());
                }
            }
            default -> {
                if (random.nextBoolean()) {
                    study.memos()
                            .write(
                                    MemoKind.ANALYTIC,
                                    "Title",
                                    "Body " + random.nextInt(),
                                    List.of(new Memos.Target("source", source.id().value())));
                } else {
                    List<Code> draft = study.codebooks().draft().dimensions().getLast().allCodes();
                    study.codebooks()
                            .edit(
                                    draft.get(random.nextInt(draft.size())).id(),
                                    "definition",
                                    "means " + random.nextInt(9),
                                    random.nextBoolean(),
                                    "");
                }
            }
        }
    }

    private static void reshape(Study study, Random random) {
        List<Code> draft = study.codebooks().draft().dimensions().getLast().allCodes();
        Code one = any(draft, random);
        CodebookShape shape = new CodebookShape(study);
        switch (random.nextInt(8)) {
            case 0 -> {
                if (draft.size() > 2) {
                    new CodebookMerge(study)
                            .merge(
                                    List.of(one.id()),
                                    any(draft, random).id(),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    "");
                }
            }
            case 1 -> {
                if (draft.size() < 12) {
                    new CodebookSplit(study)
                            .split(
                                    one.id(),
                                    List.of(
                                            new CodebookSplit.Part(
                                                    one.name() + " a", "", List.of(), List.of()),
                                            new CodebookSplit.Part(
                                                    one.name() + " b", "", List.of(), List.of())),
                                    "");
                }
            }
            case 2 -> shape.move(one.id(), Optional.of(any(draft, random).id()), 0);
            case 3 -> shape.move(one.id(), Optional.empty(), random.nextInt(5));
            case 4 -> study.codebooks().edit(one.id(), "name", "n" + random.nextInt(99), false, "");
            case 5 -> shape.retire(one.id(), random.nextBoolean());
            case 6 -> {
                CodebookStale stale = new CodebookStale(study);
                stale.confirm(stale.list().stream().filter(CodeUse::open).limit(3).toList());
            }
            default -> shape.remove(one.id());
        }
    }

    private static <T> T any(List<T> all, Random random) {
        if (all.isEmpty()) {
            throw new ConcordException("Nothing there.");
        }
        return all.get(random.nextInt(all.size()));
    }
}

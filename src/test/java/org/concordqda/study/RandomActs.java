package org.concordqda.study;

import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.Coding;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.MemoKind;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One act at random, of every kind there is; refused like any other where it cannot be.
final class RandomActs {
    private RandomActs() {}

    static void act(Study study, RoundId round, Random random) {
        List<Source> sources = study.sources().list();
        int dice = sources.size() < 3 ? 0 : random.nextInt(18);
        if (dice == 0) {
            int n = random.nextInt(40);
            DeskStudies.add(
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

package org.concordqda.study;

import org.concordqda.model.CoderId;
import org.concordqda.model.Edit;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.SourceKind;
import org.concordqda.model.Span;
import org.concordqda.store.Json;
import org.concordqda.store.Tx;
import org.concordqda.study.CorrectionWriter.Stored;
import org.concordqda.text.Positions;
import org.concordqda.text.TextChange;
import org.concordqda.text.TextDiff;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Gives a source the text of a newer file (an issue with new comments, a transcript that was gone over
/// again), inside one act. Codings move as in a correction. Corrections made here since the last import are
/// made again in the new text, so that a masked name does not come back; where the file itself changed the
/// same words, the file is followed and that is told. Decisions about speakers stay.
final class RefreshWriter {
    private final Tx tx;
    private final CorrectionWriter corrections;
    private final AttributeWriter attributes;

    RefreshWriter(Tx tx, Optional<CoderId> viewer) {
        this.tx = tx;
        corrections = new CorrectionWriter(tx, viewer);
        attributes = new AttributeWriter(tx);
    }

    /// What a refresh did.
    private static final class Count {
        int fresh;
        int edited;
        int gone;
        int kept;
        int lost;

        String sentence(ImportedSource source, int doubtful) {
            String turn = source.kind() == SourceKind.ISSUE ? "comment" : "turn";
            List<String> said = new ArrayList<>();
            add(said, fresh, turn, "new");
            add(said, edited, turn, "edited");
            add(said, gone, turn, "gone");
            add(said, kept, "correction", "made again");
            add(said, lost, "correction", "left out, the file has other words there");
            add(said, doubtful, "coding", "to look at");
            return source.key()
                    + " was refreshed"
                    + (said.isEmpty() ? "" : ": " + String.join(", ", said))
                    + ".";
        }

        private static void add(List<String> said, int n, String what, String how) {
            if (n > 0) {
                said.add(Words.counted(n, what) + " " + how);
            }
        }
    }

    /// Refreshes a source that has a text.
    ///
    /// @return what came of it, as a sentence
    String refresh(long source, ImportedSource fresh) {
        Stored current = CorrectionWriter.current(tx, source).orElseThrow();
        Stored base =
                tx.read()
                        .one(
                                "SELECT id, source, version, text_form, text FROM source_text WHERE"
                                        + " source = ? AND origin = 'import' ORDER BY version DESC"
                                        + " LIMIT 1",
                                CorrectionWriter::stored,
                                source)
                        .orElse(current);
        Count count = new Count();
        TextChange again = again(base, current, fresh.text(), count);
        int version = current.version() + 1;
        long text =
                corrections.insertText(source, version, fresh.textForm(), fresh.text(), "import");
        if (!again.isEmpty()) {
            version++;
            text =
                    corrections.insertText(
                            source, version, fresh.textForm(), again.after(), "correction");
        }
        describe(source, fresh, version, again);
        TextChange change =
                new TextChange(current.text(), TextDiff.edits(current.text(), again.after()));
        Positions after = new Positions(again.after());
        turns(current, text, fresh, again, change, after, count);
        int before = corrections.doubtful();
        corrections.movePlaces(current, text, change, after);
        return count.sentence(fresh, corrections.doubtful() - before);
    }

    /// The file's text with the corrections made since the last import.
    private static TextChange again(Stored base, Stored current, String fresh, Count count) {
        if (base.id() == current.id()) {
            return new TextChange(fresh, List.of());
        }
        TextChange incoming = new TextChange(base.text(), TextDiff.edits(base.text(), fresh));
        List<Edit> edits = new ArrayList<>();
        for (Edit own : TextDiff.edits(base.text(), current.text())) {
            int from = incoming.from(own.start());
            int to = Math.max(from, incoming.to(own.end()));
            boolean untouched = !incoming.touches(own.start(), own.end());
            if (untouched) {
                edits.add(new Edit(from, to, own.text()));
                count.kept++;
            } else if (!fresh.substring(from, to).equals(own.text())) {
                count.lost++;
            }
        }
        return new TextChange(fresh, edits);
    }

    private void describe(long source, ImportedSource fresh, int version, TextChange again) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("revision", version);
        int title = fresh.title().length();
        boolean first =
                fresh.kind() == SourceKind.ISSUE
                        && fresh.text().startsWith(fresh.title())
                        && again.outerTo(title) > 0;
        row.put(
                "title",
                first ? again.after().substring(0, again.outerTo(title)).strip() : fresh.title());
        row.put("file", fresh.file());
        row.put("file_hash", fresh.fileHash());
        row.put("created", fresh.created().orElse(null));
        row.put("url", fresh.url().orElse(null));
        tx.update("source", source, row);
        fresh.attributes().forEach((name, value) -> attributes.source(source, name, value));
        if (fresh.original().length > 0) {
            tx.hideWhere("source_file", "source = ?", source);
            SourceWriter.keepOriginal(tx, source, fresh.original());
        }
    }

    /// A turn of the study.
    private record Old(
            long id,
            Optional<String> speaker,
            Optional<String> role,
            Span label,
            Span body,
            Map<String, String> details,
            @Nullable Object[] columns) {}

    private static final String[] COLUMNS = {
        "text",
        "speaker",
        "label_start",
        "label_end",
        "label_start_cp",
        "label_end_cp",
        "body_start",
        "body_end",
        "body_start_cp",
        "body_end_cp",
        "ordinal",
        "kind",
        "role",
        "time",
        "details"
    };

    private void turns(
            Stored current,
            long text,
            ImportedSource fresh,
            TextChange again,
            TextChange change,
            Positions after,
            Count count) {
        List<Old> old = old(current.id());
        Map<Integer, Old> partner = match(old, fresh, again, change);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Old> of = new ArrayList<>();
        for (int i = 0; i < fresh.turns().size(); i++) {
            ImportedTurn turn = fresh.turns().get(i);
            int from = again.outerFrom(turn.labelStart());
            Span label =
                    after.span(
                            from,
                            turn.labelEnd() == turn.labelStart()
                                    ? from
                                    : Math.max(from, again.to(turn.labelEnd())));
            int start = Math.max(label.end(), again.outerFrom(turn.bodyStart()));
            Span body = after.span(start, Math.max(start, again.outerTo(turn.bodyEnd())));
            Old was = partner.get(i);
            if (was == null && !rows.isEmpty() && rejected(old, label, body, change)) {
                // A person said that this label is no speaker: what follows belongs to who spoke
                // before.
                @Nullable Object[] last = rows.getLast();
                last[7] = body.end();
                last[9] = body.endCp();
                continue;
            }
            Map<String, String> details = new TreeMap<>(turn.details());
            if (was == null) {
                count.fresh++;
            } else if (!same(current.text(), was.body, again.after(), body)) {
                count.edited++;
                details.put("changed", LocalDate.now(ZoneOffset.UTC).toString());
            } else if (was.details.containsKey("changed")) {
                details.put("changed", was.details.getOrDefault("changed", ""));
            }
            Optional<String> speaker = turn.speaker();
            Optional<String> role = turn.role();
            if (was != null && decided(was, current.text())) {
                speaker = was.speaker;
                role = was.role;
            } else if (again.touches(turn.labelStart(), turn.labelEnd())) {
                speaker =
                        speaker.flatMap(
                                s ->
                                        CorrectionWriter.speaker(
                                                s,
                                                new Span(turn.labelStart(), turn.labelEnd(), 0, 0),
                                                again));
            }
            @Nullable Object[] row =
                    java.util.Arrays.copyOf(
                            CorrectionWriter.columns(text, speaker, label, body), COLUMNS.length);
            row[10] = rows.size();
            row[11] = turn.kind().name();
            row[12] = role.orElse(null);
            row[13] = turn.time().orElse(null);
            row[14] = Json.write(details);
            rows.add(row);
            of.add(was);
        }
        var updates = tx.updates("turn", COLUMNS);
        for (int i = 0; i < rows.size(); i++) {
            Old was = of.get(i);
            if (was != null) {
                updates.set(was.id, was.columns, rows.get(i));
            }
        }
        for (Old was : old) {
            if (!of.contains(was)) {
                tx.hide("turn", was.id);
                count.gone++;
            }
        }
        insert(current.source(), rows, of);
    }

    private void insert(long source, List<@Nullable Object[]> rows, List<@Nullable Old> of) {
        String[] names = java.util.Arrays.copyOf(COLUMNS, COLUMNS.length + 1);
        names[COLUMNS.length] = "source";
        Tx.Bulk bulk = tx.bulk("turn", names);
        for (int i = 0; i < rows.size(); i++) {
            if (of.get(i) == null) {
                @Nullable Object[] row = java.util.Arrays.copyOf(rows.get(i), names.length);
                row[COLUMNS.length] = source;
                bulk.add(row);
            }
        }
    }

    private List<Old> old(long text) {
        return tx.read()
                .list(
                        "SELECT id, speaker, label_start, label_end, label_start_cp, label_end_cp,"
                                + " body_start, body_end, body_start_cp, body_end_cp, ordinal, kind,"
                                + " role, time, details FROM turn WHERE text = ? ORDER BY ordinal",
                        row -> {
                            Span label = CorrectionWriter.span(row, 3);
                            Span body = CorrectionWriter.span(row, 7);
                            Optional<String> speaker = row.maybeText(2);
                            @Nullable Object[] columns =
                                    java.util.Arrays.copyOf(
                                            CorrectionWriter.columns(text, speaker, label, body),
                                            COLUMNS.length);
                            columns[10] = row.integer(11);
                            columns[11] = row.text(12);
                            columns[12] = row.maybeText(13).orElse(null);
                            columns[13] = row.maybeText(14).orElse(null);
                            columns[14] = row.text(15);
                            return new Old(
                                    row.number(1),
                                    speaker,
                                    row.maybeText(13),
                                    label,
                                    body,
                                    Json.textMap(row.text(15)),
                                    columns);
                        },
                        text);
    }

    /// Which new turn is which old one: comments by their id, else whoever stands where it stood.
    private static Map<Integer, Old> match(
            List<Old> old, ImportedSource fresh, TextChange again, TextChange change) {
        Map<String, Old> byId = new HashMap<>();
        for (Old o : old) {
            identity(o.details).ifPresent(id -> byId.put(id, o));
        }
        Map<Integer, Old> found = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < fresh.turns().size(); i++) {
            Optional<String> id = identity(fresh.turns().get(i).details());
            Old same = id.map(byId::remove).orElse(null);
            if (same != null) {
                found.put(i, same);
            } else if (id.isEmpty()) {
                open.add(i);
            }
        }
        int at = 0;
        List<Old> left =
                old.stream()
                        .filter(o -> identity(o.details).isEmpty() || byId.containsValue(o))
                        .toList();
        for (int i : open) {
            ImportedTurn turn = fresh.turns().get(i);
            int start = again.outerFrom(turn.bodyStart());
            int end = again.outerTo(turn.bodyEnd());
            int best = -1;
            int most = 0;
            for (int k = at; k < left.size(); k++) {
                int from = change.outerFrom(left.get(k).body.start());
                int to = change.to(left.get(k).body.end());
                if (from > end) {
                    break;
                }
                int common = Math.min(to, end) - Math.max(from, start) + (from == start ? 1 : 0);
                if (common > most) {
                    most = common;
                    best = k;
                }
            }
            if (best >= 0) {
                found.put(i, left.get(best));
                at = best + 1;
            }
        }
        return found;
    }

    private static Optional<String> identity(Map<String, String> details) {
        String id = details.getOrDefault("id", details.getOrDefault("permalink", ""));
        return Optional.of(id).filter(s -> !s.isEmpty());
    }

    /// Whether this stretch was part of another turn's words already: its label was rejected.
    private static boolean rejected(List<Old> old, Span label, Span body, TextChange change) {
        if (label.length() == 0) {
            return false;
        }
        for (Old o : old) {
            if (change.outerFrom(o.body.start()) < label.start()
                    && change.to(o.body.end()) >= body.end()) {
                return true;
            }
        }
        return false;
    }

    /// Whether a person said who speaks: the label says something else.
    private static boolean decided(Old was, String text) {
        return was.label.length() > 0
                && was.speaker.isPresent()
                && !text.substring(was.label.start(), was.label.end()).contains(was.speaker.get());
    }

    private static boolean same(String a, Span x, String b, Span y) {
        return x.length() == y.length() && a.regionMatches(x.start(), b, y.start(), x.length());
    }
}

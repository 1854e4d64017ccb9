package org.concordqda.desk.coding;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.EntryId;
import org.concordqda.model.SourceId;
import org.concordqda.study.Codings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The codings of the open source, by place, kept current from the acts: after an act only what it touched is
/// read again.
final class OpenCodings {
    private static final Comparator<Coding> BY_PLACE =
            Comparator.comparingInt((Coding c) -> c.span().start())
                    .thenComparingLong(c -> c.id().value());

    private final Session session;
    private final Map<CodingId, Coding> byId = new HashMap<>();
    private List<Coding> list = List.of();
    private EntryId upTo = new EntryId(0);

    OpenCodings(Session session) {
        this.session = session;
    }

    /// What a refresh changed.
    ///
    /// @param all whether everything was read again
    /// @param touched codings that changed or went
    /// @param now those of them that are there
    record Change(boolean all, Set<CodingId> touched, List<Coding> now) {
        boolean isNone() {
            return !all && touched.isEmpty();
        }
    }

    List<Coding> list() {
        return list;
    }

    Optional<Coding> get(CodingId id) {
        return Optional.ofNullable(byId.get(id));
    }

    void clear() {
        byId.clear();
        list = List.of();
    }

    /// Reads a source's codings.
    void read(SourceId source) {
        upTo = session.study().codings().latest();
        list = session.study().codings().of(source);
        byId.clear();
        for (Coding coding : list) {
            byId.put(coding.id(), coding);
        }
    }

    /// Catches up with the acts since.
    Change refresh(SourceId source) {
        Optional<Codings.Changes> since = session.study().codings().since(source, upTo);
        if (since.isEmpty()) {
            read(source);
            return new Change(true, Set.of(), list);
        }
        upTo = since.get().upTo();
        Set<CodingId> touched = new HashSet<>(since.get().touched());
        List<Coding> now = since.get().now();
        // Acts elsewhere touch codings that are not of this source.
        now.forEach(c -> touched.add(c.id()));
        touched.removeIf(
                id -> !byId.containsKey(id) && now.stream().noneMatch(c -> c.id().equals(id)));
        if (touched.isEmpty()) {
            return new Change(false, touched, List.of());
        }
        List<Coding> next = new ArrayList<>(list.size() + now.size());
        for (Coding coding : list) {
            if (!touched.contains(coding.id())) {
                next.add(coding);
            }
        }
        touched.forEach(byId::remove);
        for (Coding coding : now) {
            byId.put(coding.id(), coding);
            int at = java.util.Collections.binarySearch(next, coding, BY_PLACE);
            next.add(at < 0 ? -at - 1 : at, coding);
        }
        list = next;
        return new Change(false, touched, now);
    }
}

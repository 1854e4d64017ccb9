package org.concordqda.text;

import org.concordqda.model.Edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text before and after its edits, and where every place of the old text is in the new one. A question
/// costs a binary search over the edits. Immutable, safe in any thread.
public final class TextChange {
    private final String before;
    private final String after;
    private final List<Edit> edits;
    private final int[] start;
    private final int[] end;
    private final int[] newStart;
    private final int[] newEnd;

    /// @param before the old text
    /// @param edits in any order, not overlapping; those that touch are joined
    /// @throws IllegalArgumentException when two overlap or one is outside the text
    public TextChange(String before, List<Edit> edits) {
        this.before = before;
        this.edits = joined(edits);
        int n = this.edits.size();
        start = new int[n];
        end = new int[n];
        newStart = new int[n];
        newEnd = new int[n];
        StringBuilder out = new StringBuilder(before.length() + 16);
        int at = 0;
        for (int i = 0; i < n; i++) {
            Edit edit = this.edits.get(i);
            if (edit.start() < at || edit.end() > before.length()) {
                throw new IllegalArgumentException("Edits overlap or leave the text at " + edit);
            }
            out.append(before, at, edit.start());
            start[i] = edit.start();
            end[i] = edit.end();
            newStart[i] = out.length();
            out.append(edit.text());
            newEnd[i] = out.length();
            at = edit.end();
        }
        after = out.append(before, at, before.length()).toString();
    }

    private static List<Edit> joined(List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        List<Edit> all = new ArrayList<>(sorted.size());
        for (Edit edit : sorted) {
            if (edit.start() == edit.end() && edit.text().isEmpty()) {
                continue;
            }
            if (!all.isEmpty() && all.getLast().end() == edit.start()) {
                Edit last = all.removeLast();
                all.add(new Edit(last.start(), edit.end(), last.text() + edit.text()));
            } else {
                all.add(edit);
            }
        }
        return List.copyOf(all);
    }

    /// The old text.
    public String before() {
        return before;
    }

    /// The new text.
    public String after() {
        return after;
    }

    /// The edits in order; no two touch.
    public List<Edit> edits() {
        return edits;
    }

    /// Whether the two texts are the same.
    public boolean isEmpty() {
        return before.equals(after);
    }

    /// Where a passage that began at `at` begins now. Words put in just before it stay outside; a change that
    /// it began in is taken in whole.
    public int from(int at) {
        int i = last(at, true);
        if (i < 0) {
            return at;
        }
        if (at < end[i]) {
            return newStart[i];
        }
        return newEnd[i] + at - end[i];
    }

    /// Where a passage that ended at `at` ends now. Words put in just after it stay outside; a change that it
    /// ended in is taken in whole.
    public int to(int at) {
        int i = last(at, false);
        if (i < 0) {
            return at;
        }
        return at <= end[i] ? newEnd[i] : newEnd[i] + at - end[i];
    }

    /// Like [#from], but words put in just before belong to the passage (a turn is all that was said in it).
    public int outerFrom(int at) {
        int i = last(at, false);
        if (i < 0) {
            return at;
        }
        if (at < end[i]) {
            return newStart[i];
        }
        return newEnd[i] + at - end[i];
    }

    /// Like [#to], but words put in just after belong to the passage.
    public int outerTo(int at) {
        int i = last(at, true);
        return i >= 0 && start[i] == at && end[i] == at ? newEnd[i] : to(at);
    }

    /// Whether something changed within `[from, to)`, edges not counted.
    public boolean touches(int from, int to) {
        int i = last(to, false);
        return i >= 0 && end[i] > from;
    }

    /// Whether something changed within `[from, to]`, edges counted.
    public boolean reaches(int from, int to) {
        int i = last(to, true);
        return i >= 0 && end[i] >= from;
    }

    /// The last edit that begins before `at` (or at it, when `included`), or -1.
    private int last(int at, boolean included) {
        int lo = 0;
        int hi = start.length;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (start[mid] < at || (included && start[mid] == at)) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo - 1;
    }
}

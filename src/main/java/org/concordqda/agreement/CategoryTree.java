package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.List;

/// The categories of a table as leaves of a tree of codes.
///
/// @param paths for each category its path from the top, itself last; never empty
public record CategoryTree(List<List<String>> paths) {
    public CategoryTree {
        paths = paths.stream().map(List::copyOf).toList();
        if (paths.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A category has an empty path.");
        }
    }

    /// Twice the steps two paths share over the steps they have: 1 for the same leaf, 0 for different tops.
    double closeness(int k, int l) {
        List<String> a = paths.get(k);
        List<String> b = paths.get(l);
        int shared = 0;
        while (shared < Math.min(a.size(), b.size()) && a.get(shared).equals(b.get(shared))) {
            shared++;
        }
        return 2.0 * shared / (a.size() + b.size());
    }

    RatingTable at(RatingTable table, int level) {
        if (level < 1) {
            throw new IllegalArgumentException("The top of a tree is level 1, not " + level + ".");
        }
        List<List<String>> ancestors = new ArrayList<>();
        int[] to = new int[paths.size()];
        for (int k = 0; k < to.length; k++) {
            List<String> path = paths.get(k);
            List<String> above = path.subList(0, Math.min(level, path.size()));
            int at = ancestors.indexOf(above);
            if (at < 0) {
                at = ancestors.size();
                ancestors.add(above);
            }
            to[k] = at;
        }
        List<String> names = ancestors.stream().map(p -> String.join(" / ", p)).toList();
        return table.recoded(to, names).withTree(new CategoryTree(ancestors));
    }
}

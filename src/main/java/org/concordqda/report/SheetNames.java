package org.concordqda.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names of sheets and of the CSV files beside them, unique in one workbook. Excel cuts at 31 UTF-16 units,
/// forbids `[ ] : * ? / \`, does not tell case apart, and keeps the name History for itself.
final class SheetNames {
    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    SheetNames() {
        taken.add("history");
    }

    /// A name for a sheet, as near to the wanted one as can be.
    String sheet(String wanted) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
        while (clean.startsWith("'") || clean.endsWith("'")) {
            clean = clean.startsWith("'") ? clean.substring(1) : cut(clean, clean.length() - 1);
        }
        if (clean.isBlank()) {
            clean = "Sheet";
        }
        String name = cut(clean, LONGEST);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String end = " (" + i + ")";
            name = cut(clean, LONGEST - end.length()).stripTrailing() + end;
        }
        return name;
    }

    /// The name of a CSV file: lower case, letters and digits of any script, hyphens.
    String file(String sheet) {
        String clean =
                sheet.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-+|-+$", "");
        String base = clean.isEmpty() ? "sheet" : clean;
        String name = base;
        for (int i = 2; !files.add(name); i++) {
            name = base + "-" + i;
        }
        return name + ".csv";
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing();
    }
}

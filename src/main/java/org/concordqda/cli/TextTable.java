package org.concordqda.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table in plain text: columns as wide as their widest cell, numbers to the right.
final class TextTable {
    private final List<String> header;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /// Columns whose name begins with `>` are set to the right.
    TextTable(String... columns) {
        List<String> names = new ArrayList<>();
        right = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            right[i] = columns[i].startsWith(">");
            names.add(right[i] ? columns[i].substring(1) : columns[i]);
        }
        header = List.copyOf(names);
    }

    void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell.toString());
        }
        rows.add(row);
    }

    void print(PrintWriter out) {
        int[] width = new int[header.size()];
        measure(header, width);
        rows.forEach(row -> measure(row, width));
        line(out, header, width);
        List<String> rules = new ArrayList<>();
        for (int w : width) {
            rules.add("─".repeat(w));
        }
        line(out, rules, width);
        rows.forEach(row -> line(out, row, width));
        out.flush();
    }

    private static void measure(List<String> row, int[] width) {
        for (int i = 0; i < width.length; i++) {
            width[i] = Math.max(width[i], length(row.get(i)));
        }
    }

    private void line(PrintWriter out, List<String> row, int[] width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width.length; i++) {
            String pad = " ".repeat(width[i] - length(row.get(i)));
            line.append(right[i] ? pad + row.get(i) : row.get(i) + pad).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

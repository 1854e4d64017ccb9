package org.concordqda.report;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.Printed;
import org.concordqda.analysis.Table;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tables as text: for a terminal, as Markdown, as LaTeX with booktabs rules, as JSON, as CSV.
public final class TableText {
    private static final int WIDEST = 60;

    private TableText() {}

    /// Writes a table; the writer stays open.
    public static void write(Table table, Printed form, Writer out) {
        try {
            switch (form) {
                case CSV -> Csv.write(table, out);
                case JSON -> json(table, out);
                case TEXT -> text(table, out);
                case MARKDOWN -> markdown(table, out);
                case LATEX -> latex(table, out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void json(Table table, Writer out) throws IOException {
        List<String> names = table.header().stream().map(TableText::quoted).toList();
        StringBuilder text = new StringBuilder("[");
        table.rows()
                .each(
                        values -> {
                            text.append(text.length() == 1 ? "\n{" : ",\n{");
                            for (int i = 0; i < names.size(); i++) {
                                text.append(i == 0 ? "" : ",")
                                        .append(names.get(i))
                                        .append(':')
                                        .append(value(values[i]));
                            }
                            text.append('}');
                            if (text.length() > 8_192) {
                                flush(text, out);
                            }
                        });
        out.append(text.length() == 1 ? "[]\n" : text.append("\n]\n"));
    }

    /// Empties the text but for one character, by which the next row knows that it is not the first.
    private static void flush(StringBuilder text, Writer out) {
        try {
            out.append(text);
            text.setLength(0);
            text.append("  ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Double d -> d.isNaN() || d.isInfinite() ? "null" : CellText.decimal(d);
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            default -> quoted(CellText.plain(value));
        };
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static void text(Table table, Writer out) throws IOException {
        List<String[]> rows = shown(table);
        rows.addFirst(table.header().toArray(String[]::new));
        int[] width = new int[table.columns().size()];
        for (String[] row : rows) {
            for (int i = 0; i < width.length; i++) {
                row[i] = cut(Words.oneLine(row[i]));
                width[i] = Math.max(width[i], row[i].codePointCount(0, row[i].length()));
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < width.length; i++) {
                String gap = " ".repeat(width[i] - row[i].codePointCount(0, row[i].length()));
                boolean right = right(table.columns().get(i));
                line.append(i == 0 ? "" : "  ").append(right ? gap + row[i] : row[i] + gap);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static void markdown(Table table, Writer out) throws IOException {
        out.append("| ").append(String.join(" | ", table.header())).append(" |\n|");
        for (Column column : table.columns()) {
            out.append(right(column) ? "---:|" : "---|");
        }
        out.append('\n');
        for (String[] row : shown(table)) {
            StringBuilder line = new StringBuilder("|");
            for (String cell : row) {
                line.append(' ').append(Words.oneLine(cell.replace("|", "\\|"))).append(" |");
            }
            out.append(line).append('\n');
        }
    }

    private static void latex(Table table, Writer out) throws IOException {
        out.append("% needs \\usepackage{booktabs}\n\\begin{tabular}{");
        for (Column column : table.columns()) {
            out.append(right(column) ? 'r' : 'l');
        }
        out.append("}\n\\toprule\n");
        line(table.header().toArray(String[]::new), out);
        out.append("\\midrule\n");
        for (String[] row : shown(table)) {
            line(row, out);
        }
        out.append("\\bottomrule\n\\end{tabular}\n");
    }

    private static void line(String[] cells, Writer out) throws IOException {
        List<String> safe = new ArrayList<>();
        for (String cell : cells) {
            safe.add(escaped(Words.oneLine(cell)));
        }
        out.append(String.join(" & ", safe)).append(" \\\\\n");
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '\\' -> out.append("\\textbackslash{}");
                                case '~' -> out.append("\\textasciitilde{}");
                                case '^' -> out.append("\\textasciicircum{}");
                                case 'α' -> out.append("$\\alpha$");
                                case 'κ' -> out.append("$\\kappa$");
                                case 'π' -> out.append("$\\pi$");
                                case 'γ' -> out.append("$\\gamma$");
                                case '−' -> out.append("$-$");
                                case '…' -> out.append("\\ldots{}");
                                case '·' -> out.append("\\textperiodcentered{}");
                                case '|' -> out.append("\\textbar{}");
                                case '<' -> out.append("\\textless{}");
                                case '>' -> out.append("\\textgreater{}");
                                case '&', '%', '$', '#', '_', '{', '}' ->
                                        out.append('\\').appendCodePoint(c);
                                default -> out.appendCodePoint(c);
                            }
                        });
        return out.toString();
    }

    private static List<String[]> shown(Table table) {
        List<String[]> rows = new ArrayList<>();
        table.rows()
                .each(
                        values -> {
                            String[] row = new String[table.columns().size()];
                            for (int i = 0; i < row.length; i++) {
                                row[i] = shown(table.columns().get(i), values[i]);
                            }
                            rows.add(row);
                        });
        return rows;
    }

    private static String shown(Column column, @Nullable Object value) {
        if (value instanceof Double d && !d.isNaN() && !d.isInfinite()) {
            return column.kind() == Column.Kind.SHARE
                    ? Words.decimals(100 * d, 1) + " %"
                    : Words.decimals(d, 4);
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "";
        }
        return CellText.plain(value);
    }

    private static boolean right(Column column) {
        return column.numeric() || column.kind() == Column.Kind.ID;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= WIDEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}

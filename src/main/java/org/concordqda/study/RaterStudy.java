package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.RatingsReport;
import org.concordqda.model.Scope;
import org.concordqda.text.Words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The study that raters' sheets become.
final class RaterStudy {
    private RaterStudy() {}

    static RatingsReport make(
            RaterRows rows,
            List<RaterRows.Shared> shared,
            RaterSheets.Options options,
            Path to,
            String title,
            String round,
            int mostValues,
            Progress progress) {
        ImportedCodebook codebook =
                options.codebook().orElseGet(() -> codebook(rows, shared, title, mostValues));
        boolean done = false;
        Study study =
                Study.create(
                        to,
                        new Study.Start(
                                title,
                                Approach.CONTENT_ANALYSIS,
                                rows.coders().getFirst(),
                                List.of(codebook)));
        try {
            RatingsReport report =
                    RatingsImport.run(
                            study,
                            rows.sheets().stream()
                                    .map(s -> new RatingsImport.Sheet(s.table(), s.coder()))
                                    .toList(),
                            new RatingsImport.Options(
                                    round,
                                    options.unit(),
                                    Map.of(),
                                    Map.of(),
                                    true,
                                    options.byOrder()),
                            progress);
            done = true;
            return report;
        } finally {
            study.close();
            if (!done) {
                remove(to);
            }
        }
    }

    private static ImportedCodebook codebook(
            RaterRows rows, List<RaterRows.Shared> shared, String title, int mostValues) {
        List<Dimension> dimensions = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (RaterRows.Shared column : shared) {
            List<String> values = values(rows, column);
            if (!values.isEmpty() && values.size() <= mostValues) {
                dimensions.add(dimension(column.name(), key(column.name(), keys), values));
            }
        }
        if (dimensions.isEmpty()) {
            throw new ConcordException(
                    "No shared column can become a dimension: each is empty or has more than "
                            + mostValues
                            + " different values; no study was made.");
        }
        return new ImportedCodebook(
                "", title, "", "", "the columns of the raters' sheets", dimensions);
    }

    /// The distinct values of a column, spelling folded, each as it is written most often.
    private static List<String> values(RaterRows rows, RaterRows.Shared column) {
        Map<String, Map<String, Integer>> spellings = new LinkedHashMap<>();
        for (String unit : rows.units()) {
            for (int g = 0; g < rows.sheets().size(); g++) {
                String cell = rows.cell(g, column, unit);
                if (!ValueLookup.missing(cell)) {
                    spellings
                            .computeIfAbsent(Words.key(cell), k -> new HashMap<>())
                            .merge(Words.oneLine(cell.strip()), 1, Integer::sum);
                }
            }
        }
        return spellings.values().stream()
                .map(
                        s ->
                                s.entrySet().stream()
                                        .max(
                                                Map.Entry.<String, Integer>comparingByValue()
                                                        .thenComparing(Map.Entry.comparingByKey()))
                                        .orElseThrow()
                                        .getKey())
                .toList();
    }

    private static Dimension dimension(String name, String key, List<String> values) {
        Set<String> keys = new HashSet<>();
        List<Code> codes = new ArrayList<>();
        for (String value : values) {
            codes.add(Code.named(new CodeId(0), key(value, keys), value, true, List.of()));
        }
        return Dimension.named(key, name, Scope.UNIT, Choice.ONE, codes);
    }

    private static String key(String name, Set<String> taken) {
        String plain =
                Words.key(name).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "value" : plain;
        String key = base;
        for (int i = 2; !taken.add(key); i++) {
            key = base + "-" + i;
        }
        return key;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(RaterStudy.class).warn("Left over: {}", file, e);
        }
    }
}

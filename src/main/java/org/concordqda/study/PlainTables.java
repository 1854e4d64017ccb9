package org.concordqda.study;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.SetTable;
import org.concordqda.intake.AgreementTableReader;
import org.concordqda.job.Progress;
import org.concordqda.model.AgreementSheet;
import org.concordqda.model.ConcordException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Agreement of a plain table, without a study: one row per unit and one column per coder, or one row
/// per span. Stateless; any thread.
public final class PlainTables {
    private PlainTables() {}

    /// What a table gives.
    ///
    /// @param remarks sentences the reader of the numbers must know
    public record Outcome(List<Estimate> estimates, List<String> remarks) {}

    /// How a table of units is to be read.
    ///
    /// @param sets whether a cell holds several values, `A|B`, `{}` for none
    /// @param categories the list of the codebook, empty to take those used
    /// @param cluster the column that says in which cluster a unit lies
    public record Reading(boolean sets, List<String> categories, Optional<String> cluster) {}

    /// A table `unit,coder1,coder2,…`, blank for missing.
    ///
    /// @throws ConcordException with a sentence when the file cannot be read or the options do not fit it
    public static Outcome units(
            Path file, Reading reading, AgreementOptions options, Progress progress) {
        AgreementSheet sheet = AgreementTableReader.units(file, reading.cluster(), progress);
        List<String> remarks = new ArrayList<>(sheet.remarks());
        try {
            if (reading.sets()) {
                SetTable table = SetTable.ofLabels(sheet.coders(), sheet.rows());
                if (reading.cluster().isPresent()) {
                    table = table.withClusters(sheet.clusters(), reading.cluster().get());
                }
                remarks.addAll(Agreement.remarks(table, options));
                return new Outcome(Agreement.of(table, options, progress), List.copyOf(remarks));
            }
            RatingTable table =
                    reading.categories().isEmpty()
                            ? RatingTable.ofLabels(sheet.coders(), sheet.rows())
                            : RatingTable.ofLabels(
                                    sheet.coders(), sheet.rows(), reading.categories());
            if (reading.cluster().isPresent()) {
                table = table.withClusters(sheet.clusters(), reading.cluster().get());
            }
            Optional<String> refusal = Agreement.refusal(table, options);
            if (refusal.isPresent()) {
                throw new ConcordException(file.getFileName() + ": " + refusal.get() + ".");
            }
            remarks.addAll(Agreement.remarks(table, options));
            return new Outcome(Agreement.of(table, options, progress), List.copyOf(remarks));
        } catch (IllegalArgumentException e) {
            throw new ConcordException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /// A table `coder,start,end,code`, half-open, in one text.
    ///
    /// @param reference the coder whom precision and recall are measured against
    /// @throws ConcordException with a sentence that names the row of a span that cannot be
    public static Outcome spans(
            Path file,
            Text text,
            Optional<String> reference,
            PassageOptions options,
            Progress progress) {
        SpanSheets.Read read = SpanSheets.read(file, text.begin(), text.length(), progress);
        List<String> coders = read.continua().coders();
        PassageOptions chosen = options;
        if (reference.isPresent()) {
            int at = coders.indexOf(reference.get());
            if (at < 0) {
                throw new ConcordException(
                        file.getFileName()
                                + ": there is no coder “"
                                + reference.get()
                                + "”; there are "
                                + String.join(", ", coders)
                                + ".");
            }
            chosen = options.withReference(at);
        }
        List<String> remarks = new ArrayList<>(read.remarks());
        remarks.addAll(PassageAgreement.remarks(read.continua(), chosen));
        return new Outcome(
                PassageAgreement.of(read.continua(), chosen, progress), List.copyOf(remarks));
    }

    /// The text the spans stand in.
    ///
    /// @param begin its first position
    /// @param length its number of positions
    public record Text(int begin, int length) {}
}

package org.concordqda.desk.agreement;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.Printed;
import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.Replacing;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.study.ReportOptions;
import org.concordqda.study.Reports;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The table on show, taken elsewhere: to the clipboard as LaTeX or text, to a CSV file, or the whole as a
/// workbook.
final class TableOutput {
    private final Session session;
    private final Sheets sheets;
    private final Supplier<Optional<AgreementTable>> table;

    TableOutput(Session session, Sheets sheets, Supplier<Optional<AgreementTable>> table) {
        this.session = session;
        this.sheets = sheets;
        this.table = table;
    }

    void copyLatex() {
        copy(Printed.LATEX, "Copied as LaTeX; it needs \\usepackage{booktabs}.");
    }

    void copyText() {
        copy(Printed.TEXT, "Copied as text.");
    }

    private void copy(Printed form, String said) {
        table.get()
                .ifPresent(
                        t -> {
                            StringWriter out = new StringWriter();
                            Reports.print(t.printed(), form, out);
                            String mark = form == Printed.LATEX ? "% " : "";
                            t.notes().forEach(n -> out.append(mark).append(n).append('\n'));
                            ClipboardContent content = new ClipboardContent();
                            content.putString(out.toString());
                            Clipboard.getSystemClipboard().setContent(content);
                            session.say(said);
                        });
    }

    void askCsv() {
        Optional<AgreementTable> t = table.get();
        if (t.isEmpty()) {
            return;
        }
        FileChooser chooser = Choosers.file("Export the table");
        chooser.setInitialFileName(
                "agreement-" + t.get().name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File file = chooser.showSaveDialog(window());
        if (file != null) {
            Choosers.near(file);
            csv(t.get(), file.toPath());
        }
    }

    /// Writes a table to a CSV file.
    void csv(AgreementTable of, Path file) {
        session.jobs()
                .run(
                        "Writing " + file.getFileName(),
                        Reports.csv(of.tidy(), file),
                        done -> session.say("Written: " + done));
    }

    void askWorkbook() {
        DirectoryChooser chooser = Choosers.folder("Where agreement.xlsx goes");
        File folder = chooser.showDialog(window());
        if (folder != null) {
            Choosers.near(folder);
            workbook(folder.toPath());
        }
    }

    /// Writes the workbook into a folder; asks before it takes the place of another.
    void workbook(Path folder) {
        String name = Reports.WORKBOOKS.getFirst();
        Replacing.ask(
                sheets,
                session.jobs(),
                folder,
                List.of(name),
                () ->
                        session.jobs()
                                .run(
                                        "Writing " + name,
                                        session.study()
                                                .reports()
                                                .agreement(folder, ReportOptions.DEFAULT),
                                        files ->
                                                session.say("Written: " + name + " in " + folder)));
    }

    private static @Nullable Window window() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(Window.getWindows().isEmpty() ? null : Window.getWindows().getFirst());
    }
}

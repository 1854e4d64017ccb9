package org.concordqda.desk.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Asks before files that lie in a folder are replaced: a chooser of folders does not, and an older workbook
/// may have been worked on. JavaFX thread.
public final class Replacing {
    private Replacing() {}

    /// Does something that writes these files, at once where none is there.
    ///
    /// @param names of the files
    public static void ask(
            Sheets sheets, Jobs jobs, Path folder, List<String> names, Runnable write) {
        jobs.quietly(
                progress ->
                        names.stream().filter(name -> Files.exists(folder.resolve(name))).toList(),
                there -> {
                    if (there.isEmpty()) {
                        write.run();
                    } else {
                        sheets.ask(
                                "Replace " + String.join(" and ", there) + "?",
                                (there.size() == 1 ? "It is already in " : "They are already in ")
                                        + folder
                                        + ". What is written now takes the place of what stands"
                                        + " there, its tables as CSV too.",
                                "Replace",
                                write);
                    }
                });
    }
}

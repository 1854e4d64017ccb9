package org.concordqda.intake;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;
import org.concordqda.model.ImportedSource;
import org.concordqda.text.Words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The one door for sources: files and folders of issues and transcripts to [ImportedSource] values.
///
/// Issues: lists and single items of GitHub's REST API with or without its comments lists, `gh issue
/// list/view --json`, as array, JSON Lines or folder of files. Transcripts: `.txt`, `.md`, `.docx`. Each
/// may be packed with gzip. Other kinds (ODT, RTF, PDF, VTT …) get their readers here too.
public final class SourceReaders {
    private static final Set<String> JSON = Set.of("json", "jsonl", "ndjson");
    private static final Set<String> TRANSCRIPT = Set.of("txt", "text", "md", "markdown", "docx");

    private SourceReaders() {}

    /// Reads everything, in the calling thread; the same files give the same calls in the same order.
    /// Memory holds one source at a time, whatever the size of an issue list. A file that cannot be read
    /// is a problem, never an exception.
    ///
    /// @param files files and folders
    /// @param hint what they are
    /// @param sink takes what is found
    /// @param progress told how far reading is
    /// @throws Cancelled when `progress` was cancelled
    public static void read(List<Path> files, KindHint hint, SourceSink sink, Progress progress) {
        read(files, hint, false, sink, progress);
    }

    /// The same, taking pull requests for issues where they are wanted.
    ///
    /// @param pullRequests whether pull requests are sources; else they are left out and counted
    /// @throws Cancelled when `progress` was cancelled
    public static void read(
            List<Path> files,
            KindHint hint,
            boolean pullRequests,
            SourceSink sink,
            Progress progress) {
        List<InputFile> found = FileWalk.of(files, sink);
        List<Kind> kinds = new ArrayList<>();
        long total = 0;
        for (InputFile file : found) {
            Kind kind = kind(file, hint);
            kinds.add(kind);
            total += (kind == Kind.ISSUES ? 2 : 1) * file.size();
        }
        InputFile.Meter meter =
                new InputFile.Meter(
                        progress,
                        total,
                        found.size() == 1 ? found.getFirst().key() : many(found.size()));
        try (IssueReader issues = new IssueReader(found, pullRequests, sink, meter)) {
            for (int i = 0; i < found.size(); i++) {
                if (kinds.get(i) == Kind.ISSUES) {
                    progress.check();
                    issues.look(i);
                }
            }
            for (int i = 0; i < found.size(); i++) {
                progress.check();
                give(found.get(i), kinds.get(i), hint, issues, i, sink, meter);
            }
            issues.finish();
        }
        progress.report(1, "Read");
    }

    private static String many(int files) {
        return Words.counted(files, "file");
    }

    private static void give(
            InputFile file,
            Kind kind,
            KindHint hint,
            IssueReader issues,
            int index,
            SourceSink sink,
            InputFile.Meter meter) {
        switch (kind) {
            case ISSUES -> issues.give(index);
            case TRANSCRIPT -> transcript(file, sink, meter);
            case OTHER -> {
                if (file.named()) {
                    sink.problem(other(file, hint).problem(file.key()));
                } else {
                    sink.leftOut("file of another kind", file.key(), "");
                }
            }
        }
    }

    private static void transcript(InputFile file, SourceSink sink, InputFile.Meter meter) {
        ImportedSource source;
        try {
            source = TranscriptReader.read(file, meter);
        } catch (Unreadable e) {
            sink.problem(e.problem(file.key()));
            return;
        }
        sink.source(source);
    }

    private static Kind kind(InputFile file, KindHint hint) {
        String ending = file.ending();
        boolean json = JSON.contains(ending) || (ending.isEmpty() && looksLikeJson(file));
        boolean text = TRANSCRIPT.contains(ending) || ending.isEmpty();
        return switch (hint) {
            case AUTO -> json ? Kind.ISSUES : text ? Kind.TRANSCRIPT : Kind.OTHER;
            case ISSUE -> json || ending.equals("txt") ? Kind.ISSUES : Kind.OTHER;
            case TRANSCRIPT -> text && !json ? Kind.TRANSCRIPT : Kind.OTHER;
        };
    }

    private static boolean looksLikeJson(InputFile file) {
        boolean[] json = {false};
        try {
            file.open(
                    new InputFile.Meter(Progress.NONE, 1, ""),
                    in -> {
                        String first =
                                new String(
                                                in.readNBytes(256),
                                                java.nio.charset.StandardCharsets.UTF_8)
                                        .strip();
                        json[0] = first.startsWith("{") || first.startsWith("[{");
                    });
        } catch (Unreadable e) {
            return false;
        }
        return json[0];
    }

    private static Unreadable other(InputFile file, KindHint hint) {
        String ending = file.ending();
        String what = ending.isEmpty() ? "a file without ending" : "a ." + ending + " file";
        return switch (hint) {
            case ISSUE -> new Unreadable("", what + " is not read as issues; .json, .jsonl are.");
            case TRANSCRIPT ->
                    new Unreadable(
                            "", what + " is not read as a transcript; .txt, .md and .docx are.");
            case AUTO ->
                    new Unreadable(
                            "",
                            what
                                    + " is not read as a source; .txt, .md, .docx, .json and .jsonl"
                                    + " are.");
        };
    }

    private enum Kind {
        ISSUES,
        TRANSCRIPT,
        OTHER
    }
}

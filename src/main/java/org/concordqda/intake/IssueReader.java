package org.concordqda.intake;

import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportProblem;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads issue files in two passes: the first proves that each file is good to its end and collects
/// comments, the second gives each issue with all its comments. So nothing of a damaged file is taken in,
/// and comments may come before or after their issue.
final class IssueReader implements AutoCloseable {
    private final List<InputFile> files;
    private final SourceSink sink;
    private final InputFile.Meter meter;
    private final CommentStore comments = new CommentStore();
    private final Map<Integer, ImportProblem> bad = new TreeMap<>();

    IssueReader(List<InputFile> files, SourceSink sink, InputFile.Meter meter) {
        this.files = files;
        this.sink = sink;
        this.meter = meter;
    }

    /// The first pass over one file.
    ///
    /// @param index its place in the list of files
    void look(int index) {
        InputFile file = files.get(index);
        try {
            file.open(
                    meter,
                    in ->
                            JsonItems.read(
                                    in,
                                    (item, number) -> {
                                        if (GitHubJson.isComment(item)) {
                                            collect(item);
                                        }
                                    }));
            comments.keep(index);
        } catch (Unreadable e) {
            comments.forget();
            bad.put(index, e.problem(file.name()));
        }
    }

    private void collect(JsonNode item) {
        Optional<IssueComment> comment = GitHubJson.restComment(item);
        if (comment.isPresent()) {
            try {
                comments.add(comment.get());
            } catch (IOException e) {
                throw spill(e);
            }
        }
    }

    /// The second pass over one file.
    void give(int index) {
        InputFile file = files.get(index);
        ImportProblem problem = bad.get(index);
        if (problem != null) {
            sink.problem(problem);
            return;
        }
        Strangers strangers = new Strangers();
        try {
            file.open(
                    meter,
                    in -> {
                        int others =
                                JsonItems.read(
                                        in, (item, number) -> give(item, number, file, strangers));
                        strangers.count += others;
                    });
        } catch (Unreadable e) {
            sink.problem(e.problem(file.name()));
        }
        strangers.report(file);
    }

    private void give(JsonNode item, int number, InputFile file, Strangers strangers) {
        if (GitHubJson.isComment(item)) {
            if (GitHubJson.restComment(item).isEmpty()) {
                strangers.add(number);
            }
            return;
        }
        if (!GitHubJson.isIssue(item)) {
            strangers.add(number);
            return;
        }
        Optional<String> key = GitHubJson.key(item);
        if (GitHubJson.isPullRequest(item)) {
            sink.leftOut("pull request", file.name(), key.orElse(""));
            key.ifPresent(k -> leaveOutComments(k, file));
        } else if (key.isEmpty()) {
            sink.problem(
                    new ImportProblem(
                            file.name(),
                            "item " + number,
                            "the issue does not say which repository it is from; with gh, ask for"
                                    + " --json url too."));
        } else {
            IssueItem issue = GitHubJson.issue(key.get(), item);
            sink.source(IssueText.source(issue, join(issue), file.name()));
        }
    }

    /// Comments of a pull request go with it: counted, no problem.
    private void leaveOutComments(String key, InputFile file) {
        try {
            comments.of(key)
                    .forEach(c -> sink.leftOut("comment of a pull request", file.name(), key));
        } catch (IOException e) {
            throw spill(e);
        }
    }

    /// The issue's own comments and those of lists, each once, oldest first.
    private List<IssueComment> join(IssueItem issue) {
        List<IssueComment> all = new ArrayList<>(issue.comments());
        try {
            all.addAll(comments.of(issue.key()));
            if (!issue.id().isEmpty() && !comments.isEmpty()) {
                String repository = issue.key().substring(0, issue.key().lastIndexOf('#'));
                all.addAll(comments.of(repository + "#" + issue.id()));
            }
        } catch (IOException e) {
            throw spill(e);
        }
        Set<String> seen = new HashSet<>();
        all.removeIf(c -> !c.id().isEmpty() && !seen.add(c.id()));
        all.sort(IssueComment.ORDER);
        return all;
    }

    /// Says which comments found no issue.
    void finish() {
        new TreeMap<>(comments.left())
                .forEach(
                        (index, left) ->
                                sink.problem(
                                        new ImportProblem(
                                                files.get(index).name(),
                                                "",
                                                left.comments()
                                                        + " comments of "
                                                        + left.issues()
                                                        + " issues (first "
                                                        + left.first()
                                                        + ") were left out: their issues are not in"
                                                        + " this import.")));
    }

    private static ConcordException spill(IOException e) {
        return new ConcordException(
                "The folder for temporary files could not take the comments ("
                        + e.getMessage()
                        + "); nothing was imported.",
                e);
    }

    @Override
    public void close() {
        try {
            comments.close();
        } catch (IOException e) {
            throw spill(e);
        }
    }

    /// Objects that are neither issue nor comment, reported in one line per file.
    private final class Strangers {
        private int count;
        private int first;

        void add(int number) {
            if (first == 0) {
                first = number;
            }
            count++;
        }

        void report(InputFile file) {
            if (count > 0) {
                sink.problem(
                        new ImportProblem(
                                file.name(),
                                first == 0 ? "" : "item " + first,
                                (count == 1 ? "1 item is" : count + " items are")
                                        + " neither an issue nor a comment of GitHub and left"
                                        + " out."));
            }
        }
    }
}

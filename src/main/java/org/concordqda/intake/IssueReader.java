package org.concordqda.intake;

import org.concordqda.model.ImportProblem;
import org.concordqda.text.Words;

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
    private static final String PULL_COMMENT = "comment of a pull request";

    private final List<InputFile> files;
    private final boolean pullRequests;
    private final SourceSink sink;
    private final InputFile.Meter meter;
    private final CommentStore comments = new CommentStore();

    /// Files that hold comments of issues and nothing else: the second pass has nothing to do there.
    private final Set<Integer> done = new HashSet<>();

    private final Map<Integer, ImportProblem> bad = new TreeMap<>();

    IssueReader(
            List<InputFile> files, boolean pullRequests, SourceSink sink, InputFile.Meter meter) {
        this.files = files;
        this.pullRequests = pullRequests;
        this.sink = sink;
        this.meter = meter;
    }

    /// The first pass over one file.
    ///
    /// @param index its place in the list of files
    void look(int index) {
        InputFile file = files.get(index);
        boolean[] comment = {false};
        boolean[] other = {false};
        try {
            file.open(meter, in -> comment[0] = JsonItems.meets(in, "issue_url"));
            if (!comment[0]) {
                return;
            }
            file.open(
                    meter,
                    in -> {
                        int strangers =
                                JsonItems.read(in, (item, number) -> other[0] |= !collected(item));
                        other[0] |= strangers > 0;
                    });
            comments.keep(index);
            if (!other[0]) {
                done.add(index);
            }
        } catch (Unreadable e) {
            comments.forget();
            bad.put(index, e.problem(file.key()));
        }
    }

    /// Keeps a comment of an issue.
    ///
    /// @return whether it was one
    private boolean collected(JsonNode item) {
        if (!GitHubJson.isComment(item) || unwanted(item)) {
            return false;
        }
        Optional<IssueComment> comment = GitHubJson.restComment(item);
        if (comment.isPresent()) {
            try {
                comments.add(comment.get());
            } catch (IOException e) {
                throw Spool.full("the comments", e);
            }
        }
        return comment.isPresent();
    }

    private boolean unwanted(JsonNode item) {
        return !pullRequests && GitHubJson.isPullRequest(item);
    }

    /// The second pass over one file.
    void give(int index) {
        InputFile file = files.get(index);
        ImportProblem problem = bad.get(index);
        if (problem != null) {
            sink.problem(problem);
            return;
        }
        if (done.contains(index)) {
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
            sink.problem(e.problem(file.key()));
        }
        strangers.report(file);
    }

    private void give(JsonNode item, int number, InputFile file, Strangers strangers) {
        if (GitHubJson.isComment(item)) {
            if (unwanted(item)) {
                sink.leftOut(PULL_COMMENT, file.key(), "");
            } else if (GitHubJson.restComment(item).isEmpty()) {
                strangers.add(number);
            }
            return;
        }
        if (!GitHubJson.isIssue(item)) {
            strangers.add(number);
            return;
        }
        Optional<String> key = GitHubJson.key(item);
        if (unwanted(item)) {
            sink.leftOut("pull request", file.key(), key.orElse(""));
            if (key.isPresent()) {
                join(GitHubJson.issue(key.get(), item))
                        .forEach(c -> sink.leftOut(PULL_COMMENT, file.key(), key.get()));
            }
        } else if (key.isEmpty()) {
            sink.problem(
                    new ImportProblem(
                            file.key(),
                            "item " + number,
                            "the issue does not say which repository it is from; with gh, ask for"
                                    + " --json url too."));
        } else {
            IssueItem issue = GitHubJson.issue(key.get(), item);
            sink.source(IssueText.source(issue, join(issue), file.key()));
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
            throw Spool.full("the comments", e);
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
                                                files.get(index).key(), "", sentence(left))));
    }

    private static String sentence(CommentStore.Left left) {
        return left.comments() == 1
                ? "the comment of "
                        + left.first()
                        + " was left out: its issue is not in this import."
                : left.comments()
                        + " comments of "
                        + Words.counted(left.issues(), "issue (", "issues (first ")
                        + left.first()
                        + ") were left out: their issues are not in this import.";
    }

    @Override
    public void close() {
        try {
            comments.close();
        } catch (IOException e) {
            throw Spool.full("the comments", e);
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
                                file.key(),
                                first == 0 ? "" : "item " + first,
                                Words.counted(count, "item is", "items are")
                                        + " neither an issue nor a comment of GitHub and left"
                                        + " out."));
            }
        }
    }
}

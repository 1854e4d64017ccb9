package org.concordqda.intake;

import static org.concordqda.intake.GitHubFields.author;
import static org.concordqda.intake.GitHubFields.bot;
import static org.concordqda.intake.GitHubFields.login;
import static org.concordqda.intake.GitHubFields.lower;
import static org.concordqda.intake.GitHubFields.names;
import static org.concordqda.intake.GitHubFields.present;
import static org.concordqda.intake.GitHubFields.reactions;
import static org.concordqda.intake.GitHubFields.text;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Understands one object of GitHub's REST API or of `gh … --json`.
final class GitHubJson {
    private GitHubJson() {}

    /// Whether the object is a comment of the REST comments list.
    static boolean isComment(JsonNode item) {
        return item.isObject() && present(item, "issue_url") && !present(item, "title");
    }

    /// Whether the object is an issue or a pull request.
    static boolean isIssue(JsonNode item) {
        return item.isObject()
                && present(item, "title")
                && (present(item, "number") || present(item, "url") || present(item, "html_url"));
    }

    static boolean isPullRequest(JsonNode item) {
        return present(item, "pull_request")
                || text(item, "isPullRequest").equals("true")
                || IssueKeys.isPullRequest(text(item, "html_url", "url"));
    }

    /// `owner/repo#number`, from the address or from repository and number.
    static Optional<String> key(JsonNode item) {
        for (String field : List.of("html_url", "url")) {
            Optional<String> key = IssueKeys.of(text(item, field));
            if (key.isPresent()) {
                return key;
            }
        }
        String number = text(item, "number");
        return number.isEmpty() ? Optional.empty() : repository(item).map(r -> r + "#" + number);
    }

    private static Optional<String> repository(JsonNode item) {
        JsonNode repository = item.get("repository");
        if (repository != null && repository.isObject()) {
            String name = text(repository, "full_name", "nameWithOwner");
            if (!name.isEmpty()) {
                return Optional.of(name);
            }
        }
        return IssueKeys.repository(text(item, "repository_url"));
    }

    static Optional<IssueComment> restComment(JsonNode item) {
        return IssueKeys.of(text(item, "issue_url")).map(key -> comment(key, item));
    }

    static IssueItem issue(String key, JsonNode item) {
        List<IssueComment> comments = new ArrayList<>();
        JsonNode embedded = item.get("comments");
        int claimed = -1;
        if (embedded != null && embedded.isArray()) {
            for (JsonNode each : embedded) {
                if (each.isObject()) {
                    comments.add(comment(key, each));
                }
            }
        } else if (embedded != null && embedded.isNumber()) {
            claimed = embedded.asInt();
        }
        IssueComment opening = comment(key, item);
        String url = text(item, "html_url", "url");
        return new IssueItem(
                key,
                present(item, "id") && item.get("id").isNumber() ? text(item, "id") : "",
                Decoded.clean(text(item, "title")),
                opening,
                url,
                attributes(key, item, opening),
                claimed,
                comments,
                present(item, "createdAt") || (claimed < 0 && embedded != null)
                        ? "JSON of the gh command"
                        : "JSON of GitHub's REST API");
    }

    private static IssueComment comment(String key, JsonNode item) {
        JsonNode author = author(item);
        String permalink = text(item, "html_url", "url");
        String created = text(item, "created_at", "createdAt");
        String updated = text(item, "updated_at", "updatedAt");
        String edited =
                text(item, "includesCreatedEdit").equals("true")
                        ? "yes"
                        : updated.equals(created) ? "" : updated;
        return new IssueComment(
                key,
                GitHubFields.commentId(permalink, text(item, "id")),
                login(author),
                bot(author),
                lower(item, "author_association", "authorAssociation"),
                created,
                edited,
                permalink,
                reactions(item),
                Decoded.clean(text(item, "body")));
    }

    private static Map<String, String> attributes(String key, JsonNode item, IssueComment opening) {
        Map<String, String> found = new LinkedHashMap<>();
        int hash = key.lastIndexOf('#');
        put(found, "repository", key.substring(0, hash));
        put(found, "number", key.substring(hash + 1));
        put(found, "pull request", isPullRequest(item) ? "yes" : "");
        put(found, "state", lower(item, "state"));
        put(found, "state reason", lower(item, "state_reason", "stateReason"));
        put(found, "labels", names(item, "labels", "name"));
        put(found, "author", opening.author());
        put(found, "author association", opening.role());
        JsonNode milestone = item.get("milestone");
        if (milestone != null) {
            put(
                    found,
                    "milestone",
                    milestone.isObject() ? text(milestone, "title") : milestone.asString(""));
        }
        put(found, "assignees", names(item, "assignees", "login", "name"));
        put(found, "created", opening.created());
        put(found, "updated", text(item, "updated_at", "updatedAt"));
        put(found, "closed", text(item, "closed_at", "closedAt"));
        put(found, "reactions", opening.reactions());
        return found;
    }

    private static void put(Map<String, String> into, String name, String value) {
        if (!value.isBlank()) {
            into.put(name, Decoded.clean(value));
        }
    }
}

package org.concordqda.intake;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fields of GitHub's JSON under both of their spellings: REST (`created_at`) and `gh --json`
/// (`createdAt`).
final class GitHubFields {
    private static final Pattern DIGITS = Pattern.compile("(\\d+)$");
    private static final Map<String, String> REACTIONS =
            Map.of("thumbs_up", "+1", "thumbs_down", "-1");

    private GitHubFields() {}

    /// The first of the fields that is there and not null, as text; else "".
    static String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                return value.asString();
            }
        }
        return "";
    }

    static String lower(JsonNode node, String... names) {
        return text(node, names).toLowerCase(Locale.ROOT);
    }

    /// Whether a field is there and holds something.
    static boolean present(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    /// The author's object under any of its names.
    static @Nullable JsonNode author(JsonNode node) {
        for (String name : List.of("user", "author")) {
            JsonNode value = node.get(name);
            if (value != null && !value.isNull()) {
                return value;
            }
        }
        return null;
    }

    static String login(@Nullable JsonNode author) {
        if (author == null) {
            return "";
        }
        return author.isString() ? author.asString() : text(author, "login", "name");
    }

    static boolean bot(@Nullable JsonNode author) {
        if (author == null) {
            return false;
        }
        String login = login(author);
        return text(author, "type").equals("Bot")
                || text(author, "is_bot", "isBot").equals("true")
                || login.endsWith("[bot]")
                || login.startsWith("app/");
    }

    /// Names of a list whose entries are objects or plain strings, joined by `; `.
    static String names(JsonNode node, String field, String... nameFields) {
        JsonNode list = node.get(field);
        if (list == null || !list.isArray()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        for (JsonNode entry : list) {
            String name = entry.isObject() ? text(entry, nameFields) : entry.asString("");
            if (!name.isBlank()) {
                names.add(name);
            }
        }
        return String.join("; ", names);
    }

    /// `+1: 3, heart: 1`, in the file's order; "" when nobody reacted.
    static String reactions(JsonNode node) {
        List<String> found = new ArrayList<>();
        JsonNode counts = node.get("reactions");
        if (counts != null && counts.isObject()) {
            for (Map.Entry<String, JsonNode> count : counts.properties()) {
                if (!count.getKey().equals("total_count")
                        && count.getValue().isNumber()
                        && count.getValue().asLong() > 0) {
                    found.add(count.getKey() + ": " + count.getValue().asLong());
                }
            }
        }
        JsonNode groups = node.get("reactionGroups");
        if (groups != null && groups.isArray()) {
            for (JsonNode group : groups) {
                String kind = lower(group, "content");
                JsonNode users = group.get("users");
                String count = users == null ? "" : text(users, "totalCount");
                if (!count.isEmpty() && !count.equals("0")) {
                    found.add(REACTIONS.getOrDefault(kind, kind) + ": " + count);
                }
            }
        }
        return String.join(", ", found);
    }

    /// The digits at the end of a permalink, else the id itself: REST and `gh` agree on the former only.
    static String commentId(String permalink, String id) {
        Matcher digits = DIGITS.matcher(permalink);
        return digits.find() ? digits.group(1) : id;
    }
}

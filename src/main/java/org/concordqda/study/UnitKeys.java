package org.concordqda.study;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the unit columns of a ratings file become the natural key of a source.
final class UnitKeys {
    private static final Pattern ISSUE_URL =
            Pattern.compile(
                    "(?:https?://)?(?:www\\.|api\\.)?[\\w.-]+/(?:repos/)?([\\w.-]+/[\\w.-]+?)(?:/-)?/(?:issues|pull)/(\\d+).*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OWNER_REPO = Pattern.compile("([\\w.-]+/[\\w.-]+)#(\\d+).*");
    private static final Pattern NUMBER =
            Pattern.compile("#?(\\d+)(?:\\.0)?(?:#issue.*|#.*|\\?.*)?", Pattern.CASE_INSENSITIVE);

    private UnitKeys() {}

    /// `owner/repo#number` where the cells give all of it, `#number` for a bare number, else the cells
    /// themselves; "" when every cell is blank.
    static String key(List<String> cells) {
        List<String> parts = cells.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
        if (parts.isEmpty()) {
            return "";
        }
        for (String part : parts) {
            Matcher url = ISSUE_URL.matcher(part);
            if (url.matches()) {
                return url.group(1) + "#" + url.group(2);
            }
            Matcher full = OWNER_REPO.matcher(part);
            if (full.matches()) {
                return full.group(1) + "#" + full.group(2);
            }
        }
        Matcher number = NUMBER.matcher(parts.getLast());
        if (number.matches()) {
            String repository = String.join("/", parts.subList(0, parts.size() - 1));
            return repository + "#" + number.group(1);
        }
        return String.join(" / ", parts);
    }

    /// Whether a key is a bare number, which fits a source of any repository.
    static boolean bare(String key) {
        return key.startsWith("#");
    }

    /// How keys are compared: GitHub's owners and repositories ignore case.
    static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}

package org.concordqda.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The natural key of an issue, `owner/repo#number`, out of the addresses that files use for it.
public final class IssueKeys {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)https?://[^/\\s]+/(?:api/v\\d+/)?(?:repos/)?([^/\\s]+)/([^/\\s]+)"
                            + "/(?:issues|pull|pulls)/(\\d+)(?:[/?#]\\S*)?");
    private static final Pattern REPOSITORY =
            Pattern.compile(
                    "(?i)https?://[^/\\s]+/(?:api/v\\d+/)?(?:repos/)?([^/\\s]+)/([^/\\s]+)/?");
    private static final Pattern KEY = Pattern.compile("([\\w.-]+/[\\w.-]+#\\d+)(?:#\\S*)?");

    private IssueKeys() {}

    /// The key of an address of the web site or the API, or of a key with something behind it
    /// (`#issuecomment-1`, `?page=2`); empty when the text is neither.
    public static Optional<String> of(String text) {
        String stripped = text.strip();
        Matcher address = ADDRESS.matcher(stripped);
        if (address.matches()) {
            return Optional.of(address.group(1) + "/" + address.group(2) + "#" + address.group(3));
        }
        Matcher key = KEY.matcher(stripped);
        return key.matches() ? Optional.of(key.group(1)) : Optional.empty();
    }

    /// `owner/repo` of a repository's address.
    static Optional<String> repository(String url) {
        Matcher address = REPOSITORY.matcher(url.strip());
        return address.matches()
                ? Optional.of(address.group(1) + "/" + address.group(2))
                : Optional.empty();
    }

    /// Whether an address is that of a pull request.
    static boolean isPullRequest(String url) {
        return url.matches("(?i)https?://\\S+/pulls?/\\d+\\S*");
    }
}

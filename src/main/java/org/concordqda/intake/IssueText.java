package org.concordqda.intake;

import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.SourceKind;
import org.concordqda.model.TurnKind;
import org.concordqda.text.Hashes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The one text of an issue: title, blank line, then the bodies joined by one blank line, with a turn per
/// body.
final class IssueText {
    /// Version of this rule; another rule gets another number and never touches stored sources.
    private static final int FORM = 1;

    private IssueText() {}

    static ImportedSource source(IssueItem issue, List<IssueComment> comments, String file) {
        StringBuilder text = new StringBuilder(issue.title());
        List<ImportedTurn> turns = new ArrayList<>();
        turns.add(turn(TurnKind.BODY, issue.opening(), text));
        for (IssueComment comment : comments) {
            turns.add(turn(TurnKind.COMMENT, comment, text));
        }
        Map<String, String> attributes = new LinkedHashMap<>(issue.attributes());
        attributes.put("comments", Integer.toString(Math.max(issue.claimed(), comments.size())));
        List<String> detected = new ArrayList<>();
        detected.add("Shape: " + issue.shape() + ".");
        if (issue.claimed() > comments.size()) {
            detected.add(
                    "The issue has "
                            + issue.claimed()
                            + " comments, of which "
                            + comments.size()
                            + " came with this import.");
        }
        String whole = text.toString();
        return new ImportedSource(
                SourceKind.ISSUE,
                issue.key(),
                issue.title().isBlank() ? issue.key() : issue.title(),
                whole,
                FORM,
                turns,
                attributes,
                maybe(issue.opening().created()),
                maybe(issue.url()),
                file,
                hash(issue.key(), whole, turns, attributes),
                new byte[0],
                detected,
                List.of());
    }

    private static ImportedTurn turn(TurnKind kind, IssueComment comment, StringBuilder text) {
        text.append("\n\n");
        int start = text.length();
        text.append(comment.body());
        Map<String, String> details = new LinkedHashMap<>();
        put(details, "permalink", comment.permalink());
        put(details, "id", kind == TurnKind.COMMENT ? comment.id() : "");
        put(details, "bot", comment.bot() ? "yes" : "");
        // An issue's own “updated” moves with every comment and says nothing about its body.
        put(details, "edited", kind == TurnKind.COMMENT ? comment.edited() : "");
        put(details, "reactions", comment.reactions());
        return new ImportedTurn(
                kind,
                maybe(comment.author()),
                maybe(comment.role()),
                maybe(comment.created()),
                start,
                start,
                start,
                text.length(),
                details);
    }

    /// A hash of everything that is kept, so that the same issue is recognised whatever file brings it.
    private static String hash(
            String key, String text, List<ImportedTurn> turns, Map<String, String> attributes) {
        StringBuilder all = new StringBuilder(text.length() + 512);
        all.append(key).append('\0').append(text).append('\0').append(new TreeMap<>(attributes));
        for (ImportedTurn turn : turns) {
            all.append('\0')
                    .append(turn.speaker().orElse(""))
                    .append('\0')
                    .append(turn.role().orElse(""))
                    .append('\0')
                    .append(turn.time().orElse(""))
                    .append('\0')
                    .append(turn.bodyStart())
                    .append('\0')
                    .append(turn.bodyEnd())
                    .append(new TreeMap<>(turn.details()));
        }
        return Hashes.sha256(all.toString());
    }

    private static void put(Map<String, String> into, String name, String value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }

    private static Optional<String> maybe(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}

package org.concordqda.model;

import java.util.Optional;

/// What a person decided about one speaker label of an import. The text is never changed by it. A label that
/// was not taken for a speaker is one as soon as something is decided of it that is not a rejection.
///
/// @param source key of the source it is about, or "" for every transcript of the import
/// @param speaker the label as read; case and spaces do not matter
/// @param name what the speaker is to be called; two labels of one name are one speaker
/// @param role `interviewer`, `participant` or "" for none; empty = as detected
/// @param rejected whether it is no speaker: its turns go to whoever spoke before
public record SpeakerChoice(
        String source,
        String speaker,
        Optional<String> name,
        Optional<String> role,
        boolean rejected) {
    /// The role of those who ask.
    public static final String INTERVIEWER = "interviewer";

    /// The role of those who answer.
    public static final String PARTICIPANT = "participant";

    /// Another name in every transcript.
    public static SpeakerChoice rename(String from, String to) {
        return new SpeakerChoice("", from, Optional.of(to.strip()), Optional.empty(), false);
    }

    /// A role in every transcript.
    public static SpeakerChoice role(String speaker, String role) {
        return new SpeakerChoice("", speaker, Optional.empty(), Optional.of(role), false);
    }

    /// A speaker in every transcript that has this label, though it was not taken for one.
    public static SpeakerChoice accept(String speaker) {
        return new SpeakerChoice("", speaker, Optional.empty(), Optional.empty(), false);
    }

    /// No speaker in any transcript.
    public static SpeakerChoice reject(String speaker) {
        return new SpeakerChoice("", speaker, Optional.empty(), Optional.empty(), true);
    }
}

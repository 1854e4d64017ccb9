package org.concordqda.desk.memos;

import org.concordqda.model.MemoAbout;
import org.concordqda.model.MemoKind;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// What people read for kinds, things and times of memos.
final class MemoWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy · HH:mm", Locale.ENGLISH);

    private MemoWords() {}

    static String of(MemoKind kind) {
        return switch (kind) {
            case ANALYTIC -> "Analytic";
            case METHODOLOGICAL -> "Methodological";
            case REFLEXIVE -> "Reflexive";
            case MEETING -> "Meeting";
            case MEMBER_CHECK -> "Member check";
        };
    }

    static String of(MemoAbout about) {
        return switch (about) {
            case STUDY -> "Analytic journal";
            case SOURCE -> "On sources";
            case PASSAGE -> "On passages";
            case UNIT -> "On units";
            case CODE -> "On codes";
            case CODING -> "On codings";
            case RATING -> "On answers";
            case CODER -> "On coders";
            case ROUND -> "On rounds";
            case CASE -> "On cases";
        };
    }

    /// A stored time in the time of this machine.
    static String time(String at) {
        try {
            return Instant.parse(at).atZone(ZoneId.systemDefault()).format(TIME);
        } catch (DateTimeParseException e) {
            return at;
        }
    }
}

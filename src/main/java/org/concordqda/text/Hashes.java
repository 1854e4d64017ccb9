package org.concordqda.text;

import org.concordqda.model.Span;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes that prove a text or a place in it unchanged.
public final class Hashes {
    /// Characters of context hashed on each side of a coding.
    private static final int CONTEXT = 40;

    private Hashes() {}

    /// SHA-256 of bytes, lower-case hex.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// SHA-256 of a text's UTF-8 bytes, lower-case hex.
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Short hash of the 40 characters before a span.
    public static String before(String text, Span span) {
        return sha256(text.substring(Math.max(0, span.start() - CONTEXT), span.start()))
                .substring(0, 16);
    }

    /// Short hash of the 40 characters after a span.
    public static String after(String text, Span span) {
        return sha256(text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT)))
                .substring(0, 16);
    }
}

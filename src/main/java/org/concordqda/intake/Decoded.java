package org.concordqda.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes of a text file as text: without byte order mark, line ends as LF, and with a sentence that says
/// how they were understood.
///
/// @param text the text
/// @param detected which encoding was taken and why
record Decoded(String text, String detected) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Decoded of(byte[] bytes) throws Unreadable {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8, "UTF-8, by its byte order mark");
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return decoded(bytes, 4, Charset.forName("UTF-32LE"), "UTF-32, by its byte order mark");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16, by its byte order mark");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16, by its byte order mark");
        }
        int[] zeros = zeros(bytes);
        if (zeros[0] + zeros[1] > 0) {
            return withoutMark(bytes, zeros);
        }
        try {
            String text = strict(bytes, 0, StandardCharsets.UTF_8);
            return new Decoded(clean(text), "Encoding: UTF-8.");
        } catch (CharacterCodingException e) {
            return eightBit(bytes);
        }
    }

    /// Text as every source holds it: CRLF and CR as LF, and nothing that no file can store (a NUL, half
    /// a surrogate pair), which becomes U+FFFD.
    static String clean(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char to = c;
            boolean drop = false;
            if (c == '\r') {
                drop = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                to = '\n';
            } else if (c == 0) {
                to = '\uFFFD';
            } else if (Character.isHighSurrogate(c)) {
                if (i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                    if (out != null) {
                        out.append(c).append(text.charAt(i + 1));
                    }
                    i++;
                    continue;
                }
                to = '\uFFFD';
            } else if (Character.isLowSurrogate(c)) {
                to = '\uFFFD';
            }
            if (out == null && (drop || to != c)) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null && !drop) {
                out.append(to);
            }
        }
        return out == null ? text : out.toString();
    }

    private static Decoded withoutMark(byte[] bytes, int[] zeros) throws Unreadable {
        boolean even = bytes.length % 2 == 0;
        if (even && zeros[1] > 9 * zeros[0]) {
            return decoded(bytes, 0, StandardCharsets.UTF_16LE, "UTF-16, told by its zero bytes");
        }
        if (even && zeros[0] > 9 * zeros[1]) {
            return decoded(bytes, 0, StandardCharsets.UTF_16BE, "UTF-16, told by its zero bytes");
        }
        throw new Unreadable("", "the file is not text: it holds zero bytes.");
    }

    /// How many zero bytes stand at even and at odd places of the beginning.
    private static int[] zeros(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < Math.min(bytes.length, 1 << 16); i++) {
            if (bytes[i] == 0) {
                zeros[i & 1]++;
            }
        }
        return zeros;
    }

    private static Decoded eightBit(byte[] bytes) throws Unreadable {
        boolean upperControls = false;
        boolean undefined = false;
        for (byte b : bytes) {
            int c = b & 0xFF;
            if (c >= 0x80 && c <= 0x9F) {
                upperControls = true;
                undefined |= c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D;
            }
        }
        if (undefined) {
            return decoded(
                    bytes, 0, StandardCharsets.ISO_8859_1, "Latin-1, because it is not UTF-8");
        }
        return decoded(
                bytes,
                0,
                WINDOWS,
                upperControls
                        ? "Windows-1252, because it is not UTF-8"
                        : "Windows-1252 (the same as Latin-1 here), because it is not UTF-8");
    }

    private static Decoded decoded(byte[] bytes, int from, Charset charset, String how)
            throws Unreadable {
        try {
            return new Decoded(clean(strict(bytes, from, charset)), "Encoding: " + how + ".");
        } catch (CharacterCodingException e) {
            String lenient = new String(bytes, from, bytes.length - from, charset);
            return new Decoded(
                    clean(lenient), "Encoding: " + how + "; damaged characters became U+FFFD.");
        }
    }

    private static String strict(byte[] bytes, int from, Charset charset)
            throws CharacterCodingException {
        CharBuffer text =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        return text.toString();
    }

    private static boolean starts(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.concordqda.intake;

import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.LineFormat;
import org.concordqda.model.SourceKind;
import org.concordqda.model.TurnKind;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Sources that were read and wait to be stored: kept in a temporary file, so that memory holds one number
/// for each whatever their size. Not thread-safe.
public final class StagedSources implements AutoCloseable {
    private final Spool spool = new Spool();
    private final List<Long> places = new ArrayList<>();

    /// Puts a source aside.
    public void add(ImportedSource source) {
        try {
            places.add(spool.add(encode(source)));
        } catch (IOException e) {
            throw Spool.full("what was read", e);
        }
    }

    /// How many there are.
    public int size() {
        return places.size();
    }

    /// The source that was added as the `index`th, from 0.
    public ImportedSource get(int index) {
        try {
            return decode(spool.read(places.get(index)));
        } catch (IOException e) {
            throw Spool.full("what was read", e);
        }
    }

    private static byte[] encode(ImportedSource s) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * s.text().length() + 1024);
        DataOutputStream out = new DataOutputStream(bytes);
        text(out, s.kind().name());
        text(out, s.key());
        text(out, s.title());
        text(out, s.text());
        out.writeInt(s.textForm());
        out.writeInt(s.turns().size());
        for (ImportedTurn t : s.turns()) {
            text(out, t.kind().name());
            maybe(out, t.speaker());
            maybe(out, t.role());
            maybe(out, t.time());
            out.writeInt(t.labelStart());
            out.writeInt(t.labelEnd());
            out.writeInt(t.bodyStart());
            out.writeInt(t.bodyEnd());
            map(out, t.details());
        }
        map(out, s.attributes());
        maybe(out, s.created());
        maybe(out, s.url());
        text(out, s.file());
        text(out, s.fileHash());
        out.writeInt(s.original().length);
        out.write(s.original());
        out.writeInt(s.detected().size());
        for (String note : s.detected()) {
            text(out, note);
        }
        out.writeInt(s.formats().size());
        for (LineFormat f : s.formats()) {
            out.writeInt(f.line());
            out.writeInt(f.bold());
            out.writeBoolean(f.heading());
        }
        return bytes.toByteArray();
    }

    private static ImportedSource decode(byte[] record) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
        SourceKind kind = SourceKind.valueOf(text(in));
        String key = text(in);
        String title = text(in);
        String text = text(in);
        int form = in.readInt();
        int n = in.readInt();
        List<ImportedTurn> turns = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            turns.add(
                    new ImportedTurn(
                            TurnKind.valueOf(text(in)),
                            maybe(in),
                            maybe(in),
                            maybe(in),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            map(in)));
        }
        Map<String, String> attributes = map(in);
        Optional<String> created = maybe(in);
        Optional<String> url = maybe(in);
        String file = text(in);
        String hash = text(in);
        byte[] original = in.readNBytes(in.readInt());
        int notes = in.readInt();
        List<String> detected = new ArrayList<>(notes);
        for (int i = 0; i < notes; i++) {
            detected.add(text(in));
        }
        int set = in.readInt();
        List<LineFormat> formats = new ArrayList<>(set);
        for (int i = 0; i < set; i++) {
            formats.add(new LineFormat(in.readInt(), in.readInt(), in.readBoolean()));
        }
        return new ImportedSource(
                kind,
                key,
                title,
                text,
                form,
                turns,
                attributes,
                created,
                url,
                file,
                hash,
                original,
                detected,
                formats);
    }

    /// A lone surrogate has no UTF-8 form, so text that holds one is kept as UTF-16: nothing may change.
    private static void text(DataOutputStream out, String value) throws IOException {
        boolean whole = whole(value);
        byte[] bytes;
        if (whole) {
            bytes = value.getBytes(StandardCharsets.UTF_8);
        } else {
            bytes = new byte[2 * value.length()];
            for (int i = 0; i < value.length(); i++) {
                bytes[2 * i] = (byte) (value.charAt(i) >> 8);
                bytes[2 * i + 1] = (byte) value.charAt(i);
            }
        }
        out.writeInt(whole ? bytes.length : -1 - bytes.length);
        out.write(bytes);
    }

    /// Whether every surrogate has its other half. A plain loop: every character that comes in passes here.
    private static boolean whole(String value) {
        int n = value.length();
        for (int i = 0; i < n; i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (i + 1 == n
                        || !Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length >= 0) {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
        byte[] bytes = in.readNBytes(-1 - length);
        StringBuilder value = new StringBuilder(bytes.length / 2);
        for (int i = 0; i < bytes.length; i += 2) {
            value.append((char) ((bytes[i] & 255) << 8 | (bytes[i + 1] & 255)));
        }
        return value.toString();
    }

    private static void maybe(DataOutputStream out, Optional<String> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            text(out, value.get());
        }
    }

    private static Optional<String> maybe(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
    }

    private static void map(DataOutputStream out, Map<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (var entry : new TreeMap<>(map).entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static Map<String, String> map(DataInputStream in) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        int n = in.readInt();
        for (int i = 0; i < n; i++) {
            String key = text(in);
            map.put(key, text(in));
        }
        return map;
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw Spool.full("what was read", e);
        }
    }
}

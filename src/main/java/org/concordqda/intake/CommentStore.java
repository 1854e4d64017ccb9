package org.concordqda.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Comments that came in lists of their own, kept in a temporary file until their issue is read: memory
/// holds one number per comment. Comments of a file count only once [#keep] says that the whole file was
/// good. Not thread-safe.
final class CommentStore implements AutoCloseable {
    private final Spool spool = new Spool();
    private final Map<String, Places> kept = new HashMap<>();
    private final Map<String, Places> pending = new HashMap<>();

    /// Adds a comment of the file being read.
    void add(IssueComment comment) throws IOException {
        pending.computeIfAbsent(comment.issue(), k -> new Places()).add(spool.add(encode(comment)));
    }

    /// The file was good to its end.
    void keep(int file) {
        pending.forEach(
                (key, places) -> {
                    Places all = kept.computeIfAbsent(key, k -> new Places());
                    for (int i = 0; i < places.count; i++) {
                        all.add(places.at[i]);
                    }
                    all.file(file, places.count);
                });
        pending.clear();
    }

    /// The file was bad: its comments are forgotten.
    void forget() {
        pending.clear();
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /// The comments of an issue, in the order they came; each is counted as used.
    List<IssueComment> of(String key) throws IOException {
        Places places = kept.get(key);
        if (places == null) {
            return List.of();
        }
        places.used = true;
        List<IssueComment> found = new ArrayList<>(places.count);
        for (int i = 0; i < places.count; i++) {
            found.add(decode(spool.read(places.at[i])));
        }
        return found;
    }

    /// What no issue of the import asked for, by the number of the file it came in.
    Map<Integer, Left> left() {
        Map<Integer, Left> found = new HashMap<>();
        kept.forEach(
                (key, places) -> {
                    if (!places.used) {
                        places.files.forEach(
                                (file, count) ->
                                        found.merge(file, new Left(count, 1, key), Left::plus));
                    }
                });
        return found;
    }

    /// @param comments how many
    /// @param issues of how many issues
    /// @param first the first of their keys in alphabetical order
    record Left(int comments, int issues, String first) {
        Left plus(Left other) {
            return new Left(
                    comments + other.comments,
                    issues + other.issues,
                    first.compareTo(other.first) <= 0 ? first : other.first);
        }
    }

    private static byte[] encode(IssueComment c) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + c.body().length());
        DataOutputStream to = new DataOutputStream(bytes);
        to.writeBoolean(c.bot());
        for (String field :
                List.of(
                        c.issue(),
                        c.id(),
                        c.author(),
                        c.role(),
                        c.created(),
                        c.edited(),
                        c.permalink(),
                        c.reactions(),
                        c.body())) {
            byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
            to.writeInt(utf8.length);
            to.write(utf8);
        }
        return bytes.toByteArray();
    }

    private static IssueComment decode(byte[] record) throws IOException {
        DataInputStream from = new DataInputStream(new ByteArrayInputStream(record));
        boolean bot = from.readBoolean();
        String[] f = new String[9];
        for (int i = 0; i < f.length; i++) {
            f[i] = new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
        }
        return new IssueComment(f[0], f[1], f[2], bot, f[3], f[4], f[5], f[6], f[7], f[8]);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private static final class Places {
        private long[] at = new long[4];
        private int count;
        private boolean used;
        private final Map<Integer, Integer> files = new HashMap<>(2);

        void add(long place) {
            if (count == at.length) {
                at = Arrays.copyOf(at, count * 2);
            }
            at[count++] = place;
        }

        void file(int file, int comments) {
            files.merge(file, comments, Integer::sum);
        }
    }
}

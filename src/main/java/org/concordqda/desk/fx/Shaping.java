package org.concordqda.desk.fx;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Mends how JavaFX wraps Arabic, Hebrew, Hindi, accents and joined emoji on Linux, where it shapes a part of a line again
/// with the words of the whole: lines came out doubled, and right to left every layout failed and a comma stood at the wrong end of words. See decision 19.
final class Shaping {
    private static final Logger LOG = LoggerFactory.getLogger(Shaping.class);
    private static final CompletableFuture<Boolean> DONE =
            CompletableFuture.supplyAsync(Shaping::mend);

    private Shaping() {}

    /// Starts mending, beside other work: the libraries that shape letters take a moment to load.
    static void start() {
        // Loading the class did.
    }

    /// Waits until it is done.
    ///
    /// @return whether there was something to mend and it is mended
    static boolean mended() {
        return DONE.join();
    }

    private static boolean mend() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return false;
        }
        try {
            Field shared =
                    Class.forName("com.sun.javafx.text.GlyphLayoutManager")
                            .getDeclaredField("REUSABLE_INSTANCE");
            shared.setAccessible(true);
            Object layout = shared.get(null);
            Field remembered = layout.getClass().getDeclaredField("runUtf8");
            remembered.setAccessible(true);
            remembered.set(layout, new Forgetful());
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.warn("Text in some scripts may be drawn wrongly where it wraps", e);
            return false;
        }
    }

    /// Remembers the words of no part of a line, but what is to be freed. It is asked before each part is shaped and when
    /// all are: then the one before has its glyphs, and is put in order.
    private static final class Forgetful extends AbstractMap<Object, Long> {
        private final List<Long> toFree = new ArrayList<>();
        private @Nullable Object shaped;

        @Override
        public @Nullable Long get(@Nullable Object part) {
            order();
            shaped = part;
            return null;
        }

        private void order() {
            Object run = shaped;
            shaped = null;
            if (run != null) {
                FontOrder.mend(run);
            }
        }

        @Override
        public @Nullable Long put(Object part, Long words) {
            toFree.add(words);
            return null;
        }

        @Override
        public Collection<Long> values() {
            order();
            return toFree;
        }

        @Override
        public void clear() {
            toFree.clear();
        }

        @Override
        public Set<Map.Entry<Object, Long>> entrySet() {
            return Set.of();
        }
    }
}

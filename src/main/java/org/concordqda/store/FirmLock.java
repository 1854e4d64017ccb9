package org.concordqda.store;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A lock on a stretch of a file that lasts until it is let go. The common locks of Unix, SQLite's and Java's too,
/// are all lost as soon as any part of the process closes the same file: a dialog that looks at the files of
/// a folder does. Linux has locks that belong to an open file instead (“open file description locks”,
/// fcntl(2)); other programs see them as the common ones. Other systems are not known to need this.
///
/// Any thread, one at a time. [#close] closes the file, so common locks of this process on it must not matter
/// by then.
final class FirmLock implements AutoCloseable {
    private static final int SET = 37;
    private static final short READ = 0;
    private static final short WRITE = 1;
    private static final short NONE = 2;
    private static final int READ_WRITE = 2;
    private static final int NOT_FOR_CHILDREN = 0x80000;

    private final int file;
    private final long start;
    private final long length;
    private final boolean held;
    private boolean open = true;

    private FirmLock(int file, boolean write, long start, long length) throws Throwable {
        this.file = file;
        this.start = start;
        this.length = length;
        held = set(write ? WRITE : READ);
    }

    /// Whether this system has such locks. The first call takes a tenth of a second.
    static boolean offered() {
        return System.getProperty("os.name", "").equals("Linux") && Calls.FCNTL != null;
    }

    /// Tries to take a lock; ask [#held].
    ///
    /// @param length in bytes; 0 is to the end, wherever that will be
    static FirmLock take(Path path, boolean write, long start, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name =
                    arena.allocateFrom(path.toAbsolutePath().toString(), StandardCharsets.UTF_8);
            int flags = (write ? READ_WRITE : 0) | NOT_FOR_CHILDREN;
            int file = (int) call(Calls.OPEN).invokeExact(name, flags);
            return new FirmLock(file, write, start, length);
        } catch (Throwable e) {
            throw new IllegalStateException("A file could not be locked: " + path, e);
        }
    }

    boolean held() {
        return held;
    }

    /// Lets go and leaves the file open, so that no common lock on it is lost.
    void letGo() {
        try {
            set(NONE);
        } catch (Throwable e) {
            throw new IllegalStateException("A lock could not be given back.", e);
        }
    }

    @Override
    public void close() {
        if (open && file >= 0) {
            open = false;
            try {
                var _ = (int) call(Calls.CLOSE).invokeExact(file);
            } catch (Throwable e) {
                throw new IllegalStateException("A file could not be closed.", e);
            }
        }
    }

    private boolean set(short type) throws Throwable {
        if (file < 0) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            // struct flock: short type, short whence (0: from the beginning), long start, long
            // length.
            MemorySegment lock = arena.allocate(32, 8);
            lock.set(ValueLayout.JAVA_SHORT, 0, type);
            lock.set(ValueLayout.JAVA_LONG, 8, start);
            lock.set(ValueLayout.JAVA_LONG, 16, length);
            return (int) call(Calls.FCNTL).invokeExact(file, SET, lock) == 0;
        }
    }

    private static MethodHandle call(@Nullable MethodHandle handle) {
        if (handle == null) {
            throw new IllegalStateException("The system has no such call.");
        }
        return handle;
    }

    /// The system's calls, looked up when first needed.
    private static final class Calls {
        static final @Nullable MethodHandle OPEN =
                find("open", 2, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        static final @Nullable MethodHandle CLOSE = find("close", -1, ValueLayout.JAVA_INT);
        static final @Nullable MethodHandle FCNTL =
                find("fcntl", 2, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

        /// @param variable first argument after the named ones, or -1
        @SuppressWarnings("restricted")
        private static @Nullable MethodHandle find(
                String name, int variable, java.lang.foreign.MemoryLayout... arguments) {
            Linker linker = Linker.nativeLinker();
            FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
            Linker.Option[] options =
                    variable < 0 || variable >= arguments.length
                            ? new Linker.Option[0]
                            : new Linker.Option[] {Linker.Option.firstVariadicArg(variable)};
            return linker.defaultLookup()
                    .find(name)
                    .map(address -> linker.downcallHandle(address, shape, options))
                    .orElse(null);
        }
    }
}

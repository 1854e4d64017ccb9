package org.concordqda.study;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

import java.nio.file.Files;
import java.nio.file.Path;

/// A temporary folder in memory where the system has one: thousands of durable commits would otherwise
/// wait for the disk most of the time. What is tested there is order and content, not durability.
public final class MemoryTempDir implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
            throws java.io.IOException {
        return Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "concord")
                : Files.createTempDirectory("concord");
    }
}

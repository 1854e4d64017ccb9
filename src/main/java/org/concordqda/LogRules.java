package org.concordqda;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;

import java.util.List;

/// How the log is kept, said in Java since reading the same from XML took a share of every start. Standard output
/// belongs to results; warnings of the parts go to standard error, and to the file of `concord.log` where one is
/// named, as a window has no terminal. A file of rules named by `logback.configurationFile` goes before.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogRules extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext log) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        log.getStatusManager().add(new NopStatusListener());
        var root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        ConsoleAppender<ILoggingEvent> err = new ConsoleAppender<>();
        err.setTarget(ConsoleTarget.SystemErr.getName());
        root.addAppender(started(err, log, "HH:mm:ss"));
        String file = System.getProperty("concord.log");
        if (file != null) {
            FileAppender<ILoggingEvent> kept = new FileAppender<>();
            kept.setFile(file);
            // Several windows may write to it.
            kept.setPrudent(true);
            root.addAppender(started(kept, log, "yyyy-MM-dd HH:mm:ss"));
        }
        // When the window can be used: concord.start.log=INFO.
        log.getLogger("org.concordqda.desk.StartTime")
                .setLevel(Level.toLevel(System.getProperty("concord.start.log"), Level.WARN));
        // Concord says itself, by file and place, what it could not read.
        for (String reader : List.of("org.apache.poi", "org.apache.pdfbox", "org.apache.fontbox")) {
            log.getLogger(reader).setLevel(Level.ERROR);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static OutputStreamAppender<ILoggingEvent> started(
            OutputStreamAppender<ILoggingEvent> to, LoggerContext log, String time) {
        PatternLayoutEncoder words = new PatternLayoutEncoder();
        words.setContext(log);
        words.setPattern("%d{" + time + "} %-5level %logger{0}: %msg%n%ex");
        words.start();
        to.setContext(log);
        to.setEncoder(words);
        to.start();
        return to;
    }
}

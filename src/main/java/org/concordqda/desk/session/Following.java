package org.concordqda.desk.session;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.concordqda.desk.fx.Latest;
import org.concordqda.model.EntryId;
import org.concordqda.study.History.Since;

/// Keeps a study that can only be read here up with what is done to it elsewhere: another Concord, or a command.
/// Looks now and then, beside the window; where the study cannot be read any more it stops. JavaFX thread only.
public final class Following implements AutoCloseable {
    private static final Duration EVERY = Duration.seconds(2);

    private final Session session;
    private final Latest latest = new Latest();
    private final Timeline now = new Timeline(new KeyFrame(EVERY, e -> look()));
    private EntryId last;
    private boolean looking;

    private Following(Session session) {
        this.session = session;
        last = session.study().history().latest();
        now.setCycleCount(Animation.INDEFINITE);
        now.play();
    }

    /// Follows what is done elsewhere from now on.
    public static Following of(Session session) {
        return new Following(session);
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        EntryId from = last;
        latest.read(
                session.jobs(),
                progress -> session.study().history().since(from),
                this::take,
                why -> now.stop());
    }

    private void take(Since found) {
        looking = false;
        last = found.latest();
        if (!found.tables().isEmpty()) {
            session.catchUp(found.tables());
        }
    }

    @Override
    public void close() {
        now.stop();
        latest.forget();
    }
}

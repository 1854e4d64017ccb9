package org.concordqda.desk;

import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.desk.shell.Shell;
import org.concordqda.desk.shell.Tour.Step;

import java.util.List;

/// What a newcomer is shown, in the order of the work.
final class StudyTour {
    private StudyTour() {}

    static List<Step> steps(Shell shell, Session session) {
        Runnable code = () -> session.go(Destination.of("Code"));
        return List.of(
                new Step(
                        code,
                        () -> shell.find("rail"),
                        "The work, from top to bottom",
                        "Bring sources in, code them, keep the codebook, plan rounds, see where you"
                                + " agree, report. Alt with a number goes there; Alt ← comes back."),
                new Step(
                        code,
                        () -> shell.find("queue"),
                        "What is left to do",
                        "The sources of your round. A full dot is done, a ring is to do. Ctrl Page"
                                + " Down goes to the next."),
                new Step(
                        code,
                        () -> shell.find("rich-text-area"),
                        "Select words, put a code on them",
                        "Select a passage and press Ctrl K, a digit for a recent code, or drop a"
                                + " code on it. Several codes on one passage stay apart in the margin."),
                new Step(
                        code,
                        () -> shell.find("side-panel"),
                        "One answer per question",
                        "Digits choose, Tab goes on, and the rules of the value under the caret stand"
                                + " below it. Ctrl Enter: done, next."),
                new Step(
                        () -> session.go(Destination.of("Agreement")),
                        () -> shell.find("table-view"),
                        "Numbers that can be opened",
                        "Each dimension with its interval. A click on a row shows where two coders"
                                + " differ, down to the text."),
                new Step(
                        code,
                        () -> shell.find("status-bar"),
                        "Nothing to save",
                        "Every act is stored as it is done. Ctrl Z takes it back, also tomorrow;"
                                + " Ctrl H shows them all."),
                new Step(
                        code,
                        () -> shell.find("ask"),
                        "Everything from one field",
                        "Ctrl K finds codes and commands by a few letters. ? shows all keys. This is"
                                + " a sample: try what you like, Ctrl Z undoes it."));
    }
}

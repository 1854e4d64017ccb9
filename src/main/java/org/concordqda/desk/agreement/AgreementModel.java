package org.concordqda.desk.agreement;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.model.Assignment;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Coder;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.study.AgreementReading;
import org.concordqda.study.AgreementView;
import org.concordqda.study.AgreementView.By;
import org.concordqda.study.AgreementView.Wanted;
import org.concordqda.study.Agreements;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the place Agreement shows and by which choices. Views are kept until an act changes what they rest
/// on. Properties belong to one thread; [#load] and [#compute] may run on any.
final class AgreementModel {
    private static final int KEPT = 24;

    private final Study study;
    private final KeptViews kept = new KeptViews(KEPT);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Working());
    private Loaded loaded = new Loaded(List.of(), Map.of(), Map.of());
    private boolean entered;

    final ObjectProperty<By> by = new SimpleObjectProperty<>(By.DIMENSION);
    final ObjectProperty<@Nullable Round> round = new SimpleObjectProperty<>();

    /// People compared; empty = all.
    final ObservableList<String> coders = FXCollections.observableArrayList();

    /// The statistic to lead; empty = what the round chose.
    final ObjectProperty<Optional<Statistic>> statistic =
            new SimpleObjectProperty<>(Optional.empty());

    /// The policy for missing ratings; empty = what the round chose.
    final ObjectProperty<Optional<Missing>> missing = new SimpleObjectProperty<>(Optional.empty());

    final BooleanProperty unseen = new SimpleBooleanProperty();
    final BooleanProperty unfinished = new SimpleBooleanProperty();
    final IntegerProperty level = new SimpleIntegerProperty();
    final ObjectProperty<BenchmarkScale> scale =
            new SimpleObjectProperty<>(BenchmarkScale.KRIPPENDORFF);
    final ObjectProperty<IntervalMethod> interval = new SimpleObjectProperty<>(IntervalMethod.AUTO);
    final IntegerProperty replicates =
            new SimpleIntegerProperty(AgreementOptions.DEFAULT.replicates());
    final LongProperty seed = new SimpleLongProperty(AgreementOptions.DEFAULT.seed());
    final ObjectProperty<Granularity> granularity =
            new SimpleObjectProperty<>(Granularity.CHARACTER);
    final BooleanProperty uncoded = new SimpleBooleanProperty(true);
    final BooleanProperty gamma = new SimpleBooleanProperty();

    /// One dimension for the table by source; "" = all.
    final StringProperty dimension = new SimpleStringProperty("");

    AgreementModel(Study study) {
        this.study = study;
    }

    /// What is on show.
    sealed interface State permits Working, Stopped, Unread, Nothing, Shown {}

    /// Numbers are being computed.
    record Working() implements State {}

    /// The person stopped the computation.
    record Stopped() implements State {}

    /// It could not be read, and why.
    record Unread(String why) implements State {}

    /// There is nothing to show, and why.
    record Nothing(String title, String sentence) implements State {}

    /// A table.
    ///
    /// @param millis how long it took to compute, 0 when it was kept
    record Shown(Wanted wanted, AgreementView view, long millis) implements State {}

    /// Rounds, who worked in each, and how many people rated in it.
    record Loaded(List<Round> rounds, Map<Long, List<String>> coders, Map<Long, Integer> raters) {
        List<String> in(@Nullable Round round) {
            return round == null ? List.of() : coders.getOrDefault(round.id().value(), List.of());
        }

        /// Whether two people rated in the round; else it may still hold passages.
        boolean rated(Round round) {
            return raters.getOrDefault(round.id().value(), 0) > 1;
        }

        /// The latest round open to see in which two people rated, else in which two worked, else the latest.
        Optional<Round> likely() {
            List<Round> open = rounds.reversed().stream().filter(r -> !r.sealed()).toList();
            return open.stream()
                    .filter(this::rated)
                    .findFirst()
                    .or(() -> open.stream().filter(r -> in(r).size() > 1).findFirst())
                    .or(() -> rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast()));
        }
    }

    /// Everything a table depends on, to listen to.
    Observable[] choices() {
        return new Observable[] {
            by,
            round,
            coders,
            statistic,
            missing,
            unseen,
            unfinished,
            level,
            interval,
            replicates,
            seed,
            granularity,
            uncoded,
            gamma,
            dimension
        };
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    Loaded loaded() {
        return loaded;
    }

    /// Reads rounds and who worked in them.
    Loaded load() {
        Map<Integer, Coder> people = new HashMap<>();
        for (Coder c : study.coders().people()) {
            people.put((int) c.id().value(), c);
        }
        Map<Long, Set<Integer>> found = new HashMap<>();
        RatingColumns ratings = study.ratings().columns(Optional.empty());
        for (int i = 0; i < ratings.size(); i++) {
            found.computeIfAbsent((long) ratings.round()[i], r -> new LinkedHashSet<>())
                    .add(ratings.coder()[i]);
        }
        List<Round> rounds = study.rounds().list();
        Map<Long, List<String>> coders = new HashMap<>();
        Map<Long, Integer> raters = new HashMap<>();
        for (Round r : rounds) {
            Set<Integer> own = found.computeIfAbsent(r.id().value(), k -> new LinkedHashSet<>());
            raters.put(r.id().value(), (int) own.stream().filter(people::containsKey).count());
            for (Assignment a : study.rounds().assignments(r.id())) {
                if (a.state() != AssignmentState.TODO) {
                    own.add((int) a.coder().value());
                }
            }
            List<String> names = new ArrayList<>();
            for (Coder c : study.coders().list()) {
                if (own.contains((int) c.id().value()) && people.containsValue(c)) {
                    names.add(c.name());
                }
            }
            coders.put(r.id().value(), names);
        }
        return new Loaded(rounds, coders, raters);
    }

    /// Takes what [#load] found; keeps the chosen round where it is still there.
    void use(Loaded now) {
        loaded = now;
        Round was = round.get();
        Optional<Round> same =
                now.rounds().stream()
                        .filter(r -> was != null && r.id().equals(was.id()))
                        .findFirst();
        round.set(same.or(now::likely).orElse(null));
        coders.retainAll(now.in(round.get()));
        Round is = round.get();
        if (!entered && is != null && !is.sealed()) {
            entered = true;
            if (!now.rated(is) && now.in(is).size() > 1) {
                by.set(By.PASSAGES);
            }
        }
    }

    /// Chooses a round; coders who did not work in it are no longer chosen.
    void choose(Round wanted) {
        coders.retainAll(loaded.in(wanted));
        round.set(wanted);
    }

    /// The policy that holds.
    Missing policy() {
        Round now = round.get();
        return missing.get()
                .orElseGet(() -> now == null ? Missing.AVAILABLE : Missing.valueOf(now.missing()));
    }

    /// The statistic that leads, as people read it.
    String leading() {
        Round now = round.get();
        Optional<Statistic> chosen =
                java.util.Arrays.stream(Statistic.values())
                        .filter(s -> now != null && s.key().equals(now.primary()))
                        .findFirst();
        return statistic.get().or(() -> chosen).orElse(Statistic.KRIPPENDORFF_ALPHA).label();
    }

    /// What the choices ask for; nothing when there is nothing to compute.
    Optional<Wanted> wanted() {
        Round now = round.get();
        boolean rounds = by.get() == By.ROUND;
        if (now == null || (now.sealed() && !rounds)) {
            return Optional.empty();
        }
        boolean one = by.get() == By.SOURCE && !dimension.get().isEmpty();
        AgreementOptions numbers =
                AgreementOptions.DEFAULT
                        .withMissing(policy())
                        .withInterval(interval.get())
                        .withReplicates(replicates.get(), seed.get());
        boolean passages = by.get() == By.PASSAGES;
        Agreements.Request request =
                new Agreements.Request(
                        rounds ? List.of() : List.of(now.name()),
                        one ? List.of(dimension.get()) : List.of(),
                        new MatrixOptions(false, level.get(), unfinished.get(), unseen.get()),
                        numbers,
                        AgreementReading.DEFAULT
                                .withUncoded(uncoded.get())
                                .withRoundPolicy(missing.get().isEmpty()),
                        List.copyOf(coders),
                        Agreements.Part.ALL,
                        new Agreements.PassageChoice(
                                EnumSet.of(
                                        Granularity.CHARACTER,
                                        passages ? granularity.get() : Granularity.CHARACTER),
                                passages && gamma.get()));
        return Optional.of(
                new Wanted(
                        by.get(),
                        request,
                        passages ? Optional.empty() : statistic.get(),
                        passages ? granularity.get() : Granularity.CHARACTER));
    }

    /// Why there is nothing to compute.
    Nothing nothing() {
        Round now = round.get();
        if (now == null) {
            return new Nothing(
                    "No round yet",
                    "Agreement needs a round in which two people rated. Rate in Code, or import"
                            + " your coders’ sheets in Sources.");
        }
        return new Nothing(
                now.name() + " is blind",
                "Its ratings are compared once it is unsealed in Rounds, so that nobody codes"
                        + " towards a number. Until then you see your own work only.");
    }

    /// Computes a table, or gives the one kept.
    State compute(Wanted wanted, Progress progress) {
        AgreementView view = kept.get(wanted).orElse(null);
        long millis = 0;
        if (view == null) {
            int began = kept.age();
            long start = System.nanoTime();
            view = study.agreements().view(wanted, progress);
            millis = Math.max(1, (System.nanoTime() - start) / 1_000_000);
            kept.put(wanted, view, began);
        }
        Round now = round.get();
        boolean passagesOnly = now != null && !loaded.rated(now) && loaded.in(now).size() > 1;
        return empty(wanted, view, passagesOnly)
                .<State>map(n -> n)
                .orElse(new Shown(wanted, view, millis));
    }

    /// Whether the table is there already.
    boolean ready(Wanted wanted) {
        return kept.get(wanted).isPresent();
    }

    private static Optional<Nothing> empty(
            Wanted wanted, AgreementView view, boolean passagesOnly) {
        String round = wanted.request().rounds().stream().findFirst().orElse("");
        List<DimensionAgreement> all = view.results();
        if (wanted.by() == By.PASSAGES) {
            return all.stream().anyMatch(d -> d.matrix().pairable() > 0)
                    ? Optional.empty()
                    : Optional.of(
                            new Nothing(
                                    "No passages to compare in " + round,
                                    "Passages are compared in sources that two people marked as"
                                            + " done: select text in Code, apply codes, and finish"
                                            + " with Ctrl+Enter."));
        }
        boolean paired = all.stream().anyMatch(d -> d.matrix().pairable() > 0);
        if (paired) {
            return Optional.empty();
        }
        if (passagesOnly && wanted.by() != By.ROUND) {
            return Optional.of(
                    new Nothing(
                            round + " holds passages only",
                            "Nobody rated units in this round. Choose Passages above, or another"
                                    + " round."));
        }
        return Optional.of(
                wanted.by() == By.ROUND
                        ? new Nothing(
                                "No round to compare",
                                "A round counts once two people rated its units, marked them as"
                                        + " done, and it is not blind any more.")
                        : new Nothing(
                                "Nothing to compare in " + round,
                                "Agreement counts units that at least two people rated and marked"
                                        + " as done."
                                        + (wanted.request().coders().isEmpty()
                                                ? ""
                                                : " Only some coders are chosen above.")));
    }

    /// Shows a state; nothing to show twice is not shown anew, so that the keyboard stays where it is.
    void show(State now) {
        if (!(now instanceof Nothing && now.equals(state.get()))) {
            state.set(now);
        }
    }

    /// Forgets what was computed: an act changed what it rests on.
    void forget() {
        kept.forget();
    }

    /// Whether an act on these tables changes any number here.
    static boolean matters(Set<String> tables) {
        return tables.stream()
                .anyMatch(
                        t ->
                                t.startsWith("rating")
                                        || t.startsWith("cod")
                                        || t.startsWith("dimension")
                                        || t.startsWith("unit")
                                        || t.startsWith("source")
                                        || t.equals("assignment")
                                        || t.startsWith("round"));
    }
}

package io.gameday.report.history;

import io.gameday.journal.JournalFormat;
import io.gameday.journal.RunFolder;
import io.gameday.journal.Verdict;
import io.gameday.report.history.PastRun.Judged;
import io.gameday.report.history.PastRun.Settings;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.text.Figures;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/// Reads of `scorecard.json` what a [PastRun] needs. The rest is passed over while it streams by: most of a scorecard
/// is about one run alone.
final class ScorecardSkim {

    static final String FILE = "scorecard.json";

    private static final ObjectReader READER = JournalFormat.mapper().readerFor(Card.class);

    private record Card(@Nullable String run, @Nullable Experiment experiment, @Nullable Outcome outcome,
            @Nullable Instant begun, @Nullable Double objective, @Nullable Customers customers, @Nullable Orders orders,
            @Nullable List<Low> lowest, @Nullable List<Prediction> predictions, @Nullable List<Lasted> durations) {
    }

    private record Experiment(@Nullable String name, @Nullable String title, @Nullable TargetKind target, long seed,
            int customers, double rate, int headroom) {
    }

    private record Outcome(@Nullable Verdict verdict, @Nullable Integer exitCode, boolean interrupted) {
    }

    private record Customers(int hurtEver, int total) {
    }

    private record Orders(long of) {
    }

    private record Low(@Nullable String observer, @Nullable String scope, double availability) {
    }

    private record Prediction(@Nullable String id, @Nullable String text, @Nullable String wanted,
            @Nullable Verdict verdict) {
    }

    private record Lasted(@Nullable String name, @Nullable String formula, @Nullable Duration value,
            @Nullable String words) {
    }

    /// A scorecard that cannot be used. The message says why, and what to do.
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String why, Path folder) {
            super(why + "; make it again with: gameday report " + folder);
        }
    }

    private final Path folder;

    private ScorecardSkim(Path folder) {
        this.folder = folder;
    }

    /// @throws Unusable when there is none, it is torn, or an older Gameday wrote it
    static PastRun read(Path folder) throws Unusable {
        return new ScorecardSkim(folder).read();
    }

    private PastRun read() throws Unusable {
        Path file = folder.resolve(FILE);
        try (InputStream in = Files.newInputStream(file)) {
            Card card = READER.readValue(in);
            return card == null ? there(null, "experiment") : run(card, file);
        } catch (NoSuchFileException none) {
            throw new Unusable("it has no " + FILE + ": it is being played, or was cut off", folder);
        } catch (JacksonException torn) {
            throw new Unusable(FILE + " cannot be read: " + torn.getOriginalMessage().lines().findFirst().orElse(""),
                    folder);
        } catch (IOException unreadable) {
            throw new Unusable(FILE + " cannot be read: " + unreadable, folder);
        }
    }

    private PastRun run(Card card, Path file) throws Unusable, IOException {
        Experiment experiment = there(card.experiment, "experiment");
        TargetKind target = there(experiment.target, "experiment.target");
        Outcome outcome = there(card.outcome, "outcome");
        Settings settings = new Settings(experiment.headroom, experiment.customers, experiment.rate,
                there(card.objective, "objective"), experiment.seed);
        String name = there(experiment.name, "experiment.name");
        return new PastRun(folder.getFileName().toString(), there(card.run, "run"),
                at(target, there(card.begun, "begun"), file), name, experiment.title == null ? name : experiment.title,
                target, settings, there(outcome.verdict, "outcome.verdict"), outcome.exitCode, outcome.interrupted,
                values(card), predictions(there(card.predictions, "predictions")));
    }

    /// The journal of a simulated run has virtual time.
    private Instant at(TargetKind target, Instant begun, Path file) throws IOException {
        if (target != TargetKind.SIMULATED) {
            return begun;
        }
        var made = new RunFolder(folder).made();
        return made.isPresent() ? made.get() : Files.getLastModifiedTime(file).toInstant();
    }

    private List<Value> values(Card card) throws Unusable {
        List<Value> values = new ArrayList<>();
        for (Lasted lasted : there(card.durations, "durations")) {
            String words = there(lasted.words, "durations.words");
            Quantity quantity = Quantity.duration(there(lasted.name, "durations.name"),
                    there(lasted.formula, "durations.formula"));
            values.add(new Value(quantity, lasted.value == null ? null : lasted.value.toMillis() / 1000.0,
                    words.startsWith("≥"), words));
        }
        values.add(lowest(there(card.lowest, "lowest")));
        values.add(hurt(there(card.customers, "customers"), there(card.orders, "orders")));
        return List.copyOf(values);
    }

    private static Value lowest(List<Low> points) {
        return points.stream().filter(low -> "CUSTOMER".equals(low.observer) && "site".equals(low.scope)).findFirst()
                .map(low -> new Value(Quantity.LOWEST, low.availability, false, Figures.percent(low.availability)))
                .orElse(new Value(Quantity.LOWEST, null, false, "not measured"));
    }

    /// Nobody hurt is a value only where customers asked for something.
    private static Value hurt(Customers customers, Orders orders) {
        return orders.of == 0 || customers.total == 0
                ? new Value(Quantity.HURT, null, false, "not measured")
                : new Value(Quantity.HURT, (double) customers.hurtEver / customers.total, false,
                        Figures.of(customers.hurtEver, customers.total));
    }

    private List<Judged> predictions(List<Prediction> judged) throws Unusable {
        List<Judged> all = new ArrayList<>();
        for (Prediction p : judged) {
            all.add(new Judged(there(p.id, "predictions.id"), p.text == null ? "" : p.text,
                    p.wanted == null ? "" : p.wanted, there(p.verdict, "predictions.verdict")));
        }
        return List.copyOf(all);
    }

    private <T> T there(@Nullable T value, String field) throws Unusable {
        if (value == null) {
            throw new Unusable(FILE + " has no field '" + field + "', so another version of Gameday wrote it", folder);
        }
        return value;
    }
}

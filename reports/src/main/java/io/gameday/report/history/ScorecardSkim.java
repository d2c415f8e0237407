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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Reads of `scorecard.json` what a [PastRun] needs and passes over the rest, because most of a scorecard is about one
/// run alone.
final class ScorecardSkim {

    static final String FILE = "scorecard.json";

    /// After each wanted field there are others.
    private static final JsonMapper MAPPER = JournalFormat.mapper().rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    /// The fields that are wanted, by name.
    private static final Map<String, ObjectReader> WANTED = Map.of("run", MAPPER.readerFor(String.class), "experiment",
            MAPPER.readerFor(Experiment.class), "outcome", MAPPER.readerFor(Outcome.class), "begun",
            MAPPER.readerFor(Instant.class), "objective", MAPPER.readerFor(Double.class), "customers",
            MAPPER.readerFor(Customers.class), "orders", MAPPER.readerFor(Orders.class), "lowest",
            MAPPER.readerFor(Low[].class), "predictions", MAPPER.readerFor(Prediction[].class), "durations",
            MAPPER.readerFor(Lasted[].class));

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
    private final Map<String, Quantity> quantities;
    private final Map<String, Object> found = new HashMap<>();

    private ScorecardSkim(Path folder, Map<String, Quantity> quantities) {
        this.folder = folder;
        this.quantities = quantities;
    }

    /// @param quantities met so far, by name and formula; of a thousand runs each is made once. Shared by threads
    /// @throws Unusable when there is none, it is torn, or an older Gameday wrote it
    static PastRun read(Path folder, Map<String, Quantity> quantities) throws Unusable {
        return new ScorecardSkim(folder, quantities).read();
    }

    private PastRun read() throws Unusable {
        Path file = folder.resolve(FILE);
        try {
            byte[] bytes = Files.readAllBytes(file);
            skim(bytes);
            PastRun run = run(file);
            if (!whole(bytes)) {
                throw new Unusable(FILE + " has no end", folder);
            }
            return run;
        } catch (NoSuchFileException none) {
            throw new Unusable("it has no " + FILE + ": it is being played, or was cut off", folder);
        } catch (JacksonException torn) {
            throw new Unusable(FILE + " cannot be read: " + torn.getOriginalMessage().lines().findFirst().orElse(""),
                    folder);
        } catch (IOException unreadable) {
            throw new Unusable(FILE + " cannot be read: " + unreadable, folder);
        }
    }

    /// Only as far as there is something wanted to come: what follows is half of the file.
    private void skim(byte[] bytes) {
        try (JsonParser in = MAPPER.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (found.size() < WANTED.size() && in.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = in.currentName();
                ObjectReader reader = WANTED.get(field);
                in.nextToken();
                Object value = reader == null ? in.skipChildren() : reader.readValue(in);
                if (reader != null && value != null) {
                    found.put(field, value);
                }
            }
        }
    }

    private static boolean whole(byte[] bytes) {
        int last = bytes.length - 1;
        while (last >= 0 && Character.isWhitespace(bytes[last])) {
            last--;
        }
        return last >= 0 && bytes[last] == '}';
    }

    private PastRun run(Path file) throws Unusable, IOException {
        Experiment experiment = found(Experiment.class, "experiment");
        TargetKind target = there(experiment.target, "experiment.target");
        Outcome outcome = found(Outcome.class, "outcome");
        Settings settings = new Settings(experiment.headroom, experiment.customers, experiment.rate,
                found(Double.class, "objective"));
        String name = there(experiment.name, "experiment.name");
        return new PastRun(folder.getFileName().toString(), found(String.class, "run"),
                at(target, found(Instant.class, "begun"), file), name,
                experiment.title == null ? name : experiment.title, target, settings, experiment.seed,
                there(outcome.verdict, "outcome.verdict"), outcome.exitCode, outcome.interrupted, values(),
                predictions(found(Prediction[].class, "predictions")));
    }

    /// The journal of a simulated run has virtual time.
    private Instant at(TargetKind target, Instant begun, Path file) throws IOException {
        if (target != TargetKind.SIMULATED) {
            return begun;
        }
        var made = new RunFolder(folder).made();
        return made.isPresent() ? made.get() : Files.getLastModifiedTime(file).toInstant();
    }

    private List<Value> values() throws Unusable {
        List<Value> values = new ArrayList<>();
        for (Lasted lasted : found(Lasted[].class, "durations")) {
            String words = there(lasted.words, "durations.words");
            String name = there(lasted.name, "durations.name");
            String formula = there(lasted.formula, "durations.formula");
            Quantity quantity = quantities.computeIfAbsent(name + " = " + formula,
                    met -> Quantity.duration(name, formula));
            values.add(new Value(quantity, lasted.value == null ? null : lasted.value.toMillis() / 1000.0,
                    words.startsWith("≥"), words));
        }
        values.add(lowest(found(Low[].class, "lowest")));
        values.add(hurt(found(Customers.class, "customers"), found(Orders.class, "orders")));
        return List.copyOf(values);
    }

    private static Value lowest(Low[] points) {
        return Arrays.stream(points).filter(low -> "CUSTOMER".equals(low.observer) && "site".equals(low.scope))
                .findFirst()
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

    private List<Judged> predictions(Prediction[] judged) throws Unusable {
        List<Judged> all = new ArrayList<>();
        for (Prediction p : judged) {
            all.add(new Judged(there(p.id, "predictions.id"), p.text == null ? "" : p.text,
                    p.wanted == null ? "" : p.wanted, there(p.verdict, "predictions.verdict")));
        }
        return List.copyOf(all);
    }

    private <T> T found(Class<T> type, String field) throws Unusable {
        return there(type.cast(found.get(field)), field);
    }

    private <T> T there(@Nullable T value, String field) throws Unusable {
        if (value == null) {
            throw new Unusable(FILE + " has no field '" + field + "', so another version of Gameday wrote it", folder);
        }
        return value;
    }
}

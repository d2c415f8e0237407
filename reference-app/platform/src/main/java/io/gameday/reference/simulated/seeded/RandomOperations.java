package io.gameday.reference.simulated.seeded;

import io.gameday.target.Answer;
import io.gameday.target.Operation;
import io.gameday.target.Operations;
import io.gameday.target.Operations.Done;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What operators do: a zone is left for a while, as before it is evacuated and broken, and cells are scaled. What the
/// platform refuses, it refuses.
final class RandomOperations implements Move {

    /// One in so many seconds begins one.
    private static final int ONE_IN = 8;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 15;

    private final Map<String, Integer> desired = new LinkedHashMap<>();
    private final int most;
    private Optional<Operation> shift = Optional.empty();

    /// @param most tasks of a cell: as many as it begins with, since zones have no room for more
    RandomOperations(List<String> cells, int most) {
        this.most = most;
        cells.forEach(cell -> desired.put(cell, most));
    }

    /// Tasks that each cell is to have now.
    Map<String, Integer> desired() {
        return Map.copyOf(desired);
    }

    @Override
    public Optional<String> second(int second, App app, RandomGenerator random) {
        if (random.nextInt(ONE_IN) > 0) {
            return Optional.empty();
        }
        return switch (random.nextInt(3)) {
            case 0 -> {
                List<String> zones = app.target().topology().zones();
                Operation leave = new Operation.Shift(zones.get(random.nextInt(zones.size())));
                Duration lasts = Duration.ofSeconds(SHORTEST + random.nextInt(LONGEST - SHORTEST));
                boolean begun = begin(app, leave, lasts);
                shift = begun ? Optional.of(leave) : shift;
                yield begun ? Optional.of(leave.words() + " for " + lasts.toSeconds() + " s") : Optional.empty();
            }
            case 1 -> {
                Optional<Operation> back = shift;
                back.ifPresent(leave -> takeBack(app, leave));
                shift = Optional.empty();
                yield back.map(leave -> leave.words() + " taken back");
            }
            default -> {
                List<String> cells = app.target().topology().cells();
                yield scale(app, cells.get(random.nextInt(cells.size())), 1 + random.nextInt(most));
            }
        };
    }

    private Optional<String> scale(App app, String cell, int tasks) {
        Operation scale = new Operation.Scale(cell, tasks);
        if (!begin(app, scale, null)) {
            return Optional.empty();
        }
        desired.put(cell, tasks);
        return Optional.of(scale.words());
    }

    @Override
    public void cease(App app) {
        shift.ifPresent(leave -> takeBack(app, leave));
        desired.keySet().forEach(cell -> scale(app, cell, most));
    }

    private static boolean begin(App app, Operation operation, @Nullable Duration lasts) {
        return app.<Done>ask(reply -> operations(app).begin(operation, lasts, reply)) instanceof Answer.Ok<Done>;
    }

    private static void takeBack(App app, Operation operation) {
        app.<Done>ask(reply -> operations(app).takeBack(operation, reply));
    }

    private static Operations operations(App app) {
        return app.target().operations().get().orElseThrow();
    }
}

package io.gameday.reference.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which cells are taken out of the cluster's name: one where for three seconds fewer than half of the hosts were healthy,
/// until for ten seconds at least half of them are. The cell is removed first and repaired later; nobody is asked.
///
/// When no cell is left, the name fails open and means all of them: what looks ill may still serve, and serves better than
/// nothing. It does so until all but a fifth of the cells, or all but one, are back, or the first one back would get
/// everybody's load. A limit keeps most cells in the name whatever they look like, since those that stay get the load of
/// those that leave.
///
/// Not for use by several threads.
public final class CellEvacuation {

    static final Duration UNHEALTHY = Duration.ofSeconds(3);
    static final Duration HEALTHY = Duration.ofSeconds(10);
    /// One in so many cells is few, and a single one is few in any case: so many may be out under a limit.
    static final int LIMIT_ONE_IN = 5;

    private final Mode mode;
    private final Map<String, View> views = new LinkedHashMap<>();
    private boolean open;

    /// How many cells may be out.
    public enum Mode {
        NONE, LIMITED, ANY
    }

    public CellEvacuation(Mode mode) {
        this.mode = mode;
    }

    /// The hosts of a cell. @param healthy 0 to `all` @param all 0 or more; a cell without hosts is not well
    public record Hosts(int healthy, int all) {

        boolean enough() {
            return all > 0 && 2 * healthy >= all;
        }

        double share() {
            return all == 0 ? 0 : (double) healthy / all;
        }
    }

    /// What changed.
    public sealed interface Change {
    }

    /// @param why      the numbers that decided it
    /// @param failOpen whether the name means all cells from here on
    public record Out(String cell, String why, boolean failOpen) implements Change {
    }

    public record Back(String cell) implements Change {
    }

    /// Decides on what is seen now. Call it at least once a second.
    ///
    /// @param cells in their order; one of which nothing is known may be missing, and stays as it is
    /// @param now   ticks in nanoseconds
    public List<Change> look(Map<String, Hosts> cells, long now) {
        cells.forEach((cell, hosts) -> {
            // Without a host so far it is not in service, and there is nothing to take out.
            if (hosts.all() > 0 || views.containsKey(cell)) {
                view(cell).see(hosts, now);
            }
        });
        List<Change> changes = new ArrayList<>();
        List<String> served = cells.keySet().stream().filter(views::containsKey).toList();
        served.stream().filter(cell -> view(cell).out && view(cell).wellFor(HEALTHY, now)).forEach(cell -> {
            view(cell).out = false;
            changes.add(new Back(cell));
        });
        List<String> bad = served.stream().filter(cell -> !view(cell).out && view(cell).illFor(UNHEALTHY, now))
                .sorted(Comparator.comparingDouble(cell -> cells.get(cell).share())).limit(room()).toList();
        bad.forEach(cell -> {
            view(cell).out = true;
            open |= views.values().stream().allMatch(view -> view.out);
            Hosts hosts = cells.get(cell);
            changes.add(new Out(cell, hosts.healthy() + " of " + hosts.all() + " hosts healthy for "
                    + UNHEALTHY.toSeconds() + " s, wanted at least half", open));
        });
        open &= outside() > few();
        return changes;
    }

    private View view(String cell) {
        return views.computeIfAbsent(cell, c -> new View());
    }

    private long room() {
        return switch (mode) {
            case NONE -> 0;
            case LIMITED -> Math.max(0, few() - outside());
            case ANY -> views.size();
        };
    }

    private long outside() {
        return views.values().stream().filter(view -> view.out).count();
    }

    private long few() {
        return Math.max(1, views.size() / LIMIT_ONE_IN);
    }

    /// Whether the cell is taken out of the name.
    public boolean out(String cell) {
        View view = views.get(cell);
        return view != null && view.out;
    }

    /// What the name means: those of `cells` that are not out, or all while it fails open.
    public List<String> inName(List<String> cells) {
        return open ? cells : cells.stream().filter(cell -> !out(cell)).toList();
    }

    private static final class View {
        private boolean out;
        private boolean well = true;
        private @Nullable Long since;

        void see(Hosts hosts, long now) {
            if (since == null || hosts.enough() != well) {
                well = hosts.enough();
                since = now;
            }
        }

        boolean wellFor(Duration time, long now) {
            return well && lasts(time, now);
        }

        boolean illFor(Duration time, long now) {
            return !well && lasts(time, now);
        }

        private boolean lasts(Duration time, long now) {
            return since != null && now - since >= time.toNanos();
        }
    }
}

package io.gameday.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a judge see what happened while an injection was asked for and not yet answered. Its time counts from the asking,
/// the effect may be there before the answer, and the answer may take seconds.
///
/// ```
///        asked          answered: Injected, of the time of the asking
///          │──── kept ────│
///          └─ told again ─┴─► as it happens
/// ```
final class SinceAsked implements Judge {

    /// An injection that takes longer has failed.
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Judge judge;
    private final @Nullable String step;
    private final Deque<Observed> kept = new ArrayDeque<>();
    private boolean injected;

    /// @param step that its time counts from; null is the first that is injected
    SinceAsked(@Nullable String step, Judge judge) {
        this.step = step;
        this.judge = judge;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        if (injected) {
            return judge.observe(observed);
        }
        if (observed instanceof Observed.Injected(Duration asked, var _, String name)
                && (step == null || step.equals(name))) {
            injected = true;
            Optional<Ruling> ruling = judge.observe(observed);
            while (ruling.isEmpty() && !kept.isEmpty()) {
                Observed earlier = kept.removeFirst();
                if (earlier.at().compareTo(asked) >= 0) {
                    ruling = judge.observe(earlier);
                }
            }
            kept.clear();
            return ruling;
        }
        keep(observed);
        return judge.observe(observed);
    }

    private void keep(Observed observed) {
        switch (observed) {
            case Observed.Measured _,Observed.AlarmMoved _,Observed.Acted _,Observed.Paged _,Observed.Told _,Observed.Acknowledged _,Observed.PagesResolved _,Observed.IncidentOpened _ ->
                kept.addLast(observed);
            default -> {
                // Of the run itself, and told once.
            }
        }
        while (!kept.isEmpty() && observed.at().minus(kept.getFirst().at()).compareTo(LONGEST) > 0) {
            kept.removeFirst();
        }
    }

    @Override
    public boolean waiting() {
        return judge.waiting();
    }

    @Override
    public String wanted() {
        return judge.wanted();
    }
}

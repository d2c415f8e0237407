package io.gameday.engine;

import io.gameday.experiment.Expectation.Incidents;
import java.util.Optional;

/// So many incidents, counted from the first fault to the end.
final class IncidentsJudge implements Judge {

    private final Incidents expected;
    private int seen;
    private boolean injected;

    IncidentsJudge(Incidents expected) {
        this.expected = expected;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        switch (observed) {
            case Observed.Injected first -> injected = true;
            case Observed.IncidentOpened opened when injected -> seen++;
            case Observed.Closed closed -> {
                return Optional.of(ruling());
            }
            default -> {
                // Nothing else begins an incident.
            }
        }
        return Optional.empty();
    }

    private Ruling ruling() {
        if (!injected) {
            return Ruling.unknown("no fault was injected that could have led to any");
        }
        String detail = "incidents, each of which paged people";
        return seen == expected.count()
                ? Ruling.held(String.valueOf(seen), detail)
                : Ruling.broken(String.valueOf(seen), detail);
    }

    @Override
    public String wanted() {
        return String.valueOf(expected.count());
    }
}

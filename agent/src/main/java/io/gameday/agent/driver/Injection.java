package io.gameday.agent.driver;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gameday.target.Fault;
import io.gameday.target.OwnPlace;
import java.time.Duration;
import java.util.List;

/// What a driver is asked to do, and as JSON what it asks the host to do.
///
/// @param id       the fault's name where the effect is, unique over all runs
/// @param run      whose it is
/// @param duration how long it may last at most
/// @param lease    how long it lasts without renewal
/// @param own      the places of a team's own that it is aimed at; none of the reference app, and no business of its host
public record Injection(String id, String run, Fault fault, Duration duration, Duration lease,
        @JsonIgnore List<OwnPlace> own) {

    public Injection {
        own = List.copyOf(own);
    }

    public Injection(String id, String run, Fault fault, Duration duration, Duration lease) {
        this(id, run, fault, duration, lease, List.of());
    }
}

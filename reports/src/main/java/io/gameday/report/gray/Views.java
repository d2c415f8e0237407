package io.gameday.report.gray;

import io.gameday.experiment.Impact;
import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.report.facts.Place;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.SeriesName;
import io.gameday.report.facts.Telling;
import io.gameday.report.facts.Tellings;
import io.gameday.report.gray.Moment.Felt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Both views of each place, second by second. Customers' own is the requests that the place answered; the observers' is
/// what alarms and health checks say, which look at attempts, canaries and tasks.
public final class Views {

    private final RunFacts facts;
    private final Impact impact;
    private final Tellings tellings;

    public Views(RunFacts facts, Impact impact, Tellings tellings) {
        this.facts = facts;
        this.impact = impact;
        this.tellings = tellings;
    }

    /// Zones, then cells.
    public List<Scope> places() {
        List<Scope> places = new ArrayList<>();
        facts.started().zones().forEach(zone -> places.add(new Scope.Zone(zone)));
        facts.started().cells().forEach(cell -> places.add(new Scope.Cell(cell)));
        return List.copyOf(places);
    }

    /// One per second that was measured.
    public List<Moment> of(Scope place) {
        return facts.seconds().stream().map(second -> moment(place, second)).toList();
    }

    private Moment moment(Scope place, Event.SecondMeasured second) {
        Tally tally = SeriesName.tally(second, Observer.CUSTOMER, place);
        Felt felt = tally.requests() == 0 ? Felt.NOTHING : impact.bad(tally) ? Felt.HURT : Felt.WELL;
        Instant end = second.second().plusSeconds(1);
        return new Moment(second.second(), felt,
                tellings.all().stream().anyMatch(t -> t.at(end) && concerns(t, place, felt, second)));
    }

    /// An alarm of the whole site tells of all who are hurt, but is no false alarm about a cell that is well.
    private boolean concerns(Telling telling, Scope place, Felt felt, Event.SecondMeasured second) {
        return felt == Felt.HURT
                ? Place.about(telling.scope(), place, second, impact)
                : Place.within(telling.scope(), place);
    }
}

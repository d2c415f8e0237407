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
import io.gameday.report.gray.Moment.Counted;
import io.gameday.report.gray.Moment.Felt;
import io.gameday.report.gray.Moment.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Both views of each place, second by second. Customers' own is the requests that the place answered; the observers' is
/// what alarms and health checks say, which look at attempts, canaries and tasks; beside both, what its servers counted.
public final class Views {

    private final RunFacts facts;
    private final Impact impact;
    private final Map<Instant, List<Telling>> standing;

    public Views(RunFacts facts, Impact impact, Tellings tellings) {
        this.facts = facts;
        this.impact = impact;
        List<Telling> all = tellings.all();
        standing = facts.seconds().stream().map(second -> second.second().plusSeconds(1)).distinct()
                .collect(Collectors.toMap(end -> end, end -> all.stream().filter(t -> t.at(end)).toList()));
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

    /// Both views of `place` in one of the seconds that were measured.
    public Moment moment(Scope place, Event.SecondMeasured second) {
        Tally tally = SeriesName.tally(second, Observer.CUSTOMER, place);
        Felt felt = felt(tally);
        Instant end = second.second().plusSeconds(1);
        boolean said = standing.getOrDefault(end, List.of()).stream().anyMatch(t -> concerns(t, place, felt, second));
        return new Moment(second.second(), felt,
                said
                        ? Observed.UNWELL
                        : facts.alarmsUnread(second.second(), end) == null ? Observed.NOTHING : Observed.UNREAD,
                counted(place, second));
    }

    private Felt felt(Tally tally) {
        if (tally.requests() == 0) {
            return Felt.NOTHING;
        }
        if (!impact.bad(tally)) {
            return Felt.WELL;
        }
        return tally.overloaded() ? Felt.REFUSED : Felt.HURT;
    }

    /// One of its servers that says nothing may be the one that is unwell.
    private Counted counted(Scope place, Event.SecondMeasured second) {
        Tally told = second.series().get(SeriesName.of(Observer.SERVER, place));
        if (told != null && impact.bad(told)) {
            return Counted.UNWELL;
        }
        return told == null || second.silent().stream().anyMatch(server -> server.within(place))
                ? Counted.UNKNOWN
                : Counted.WELL;
    }

    /// Whether the journal knows which requests were refused for want of capacity.
    boolean refusalsCounted() {
        return facts.seconds().stream().map(second -> SeriesName.tally(second, Observer.CUSTOMER, Scope.SITE))
                .allMatch(site -> site.refused() != null);
    }

    /// Whether any server of any place was asked what it counted.
    boolean serversAsked() {
        return facts.seconds().stream().anyMatch(second -> !second.silent().isEmpty()
                || second.series().containsKey(SeriesName.of(Observer.SERVER, Scope.SITE)));
    }

    /// An alarm of the whole site tells of all who are hurt, but is no false alarm about a cell that is well.
    private boolean concerns(Telling telling, Scope place, Felt felt, Event.SecondMeasured second) {
        return felt.hurt() ? Place.about(telling.scope(), place, second, impact) : Place.within(telling.scope(), place);
    }
}

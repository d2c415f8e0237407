package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.run.Contact;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/// How sure one may be of what is shown, in one sentence; empty while all is as it should be.
///
/// @param stale true when what is shown is old, and greyed
record Banner(State state, String word, String text, boolean stale) {

    static final Banner NONE = new Banner(State.PLAIN, "", "", false);

    static Banner of(Moment moment) {
        return switch (moment.contact()) {
            case Contact.Connected _ -> NONE;
            case Contact.Silent(Instant seen) -> new Banner(State.GRAY, Texts.of("live.banner.silent"),
                    Texts.of("live.banner.silent-text", ago(moment, seen)), true);
            case Contact.Lost(Instant seen) ->
                new Banner(State.ALARM, Texts.of("live.banner.lost"), lost(moment, seen), true);
            case Contact.Ended _ -> ended(moment);
            case Contact.Replayed _ -> new Banner(State.FAULT, Texts.of("live.banner.replay"),
                    Texts.of("live.banner.replay-text", Moment.time(moment.now())), false);
        };
    }

    /// That leaving a zone would not help; empty while that is not seen, and once nothing new comes.
    static Banner impact(Moment moment) {
        var started = moment.view().started();
        boolean fresh = moment.contact() instanceof Contact.Connected || moment.contact() instanceof Contact.Replayed;
        if (started == null || !fresh || zoneRaised(moment)
                || Zonality.of(moment.view().seconds().last(Moment.RECENT), started.zones()) != Zonality.NOT_ZONAL) {
            return NONE;
        }
        Tally site = moment.recent(Seconds.SITE);
        String zones = started.zones().stream()
                .map(zone -> zone + " " + Words.percent(moment.recent(Seconds.zone(zone))))
                .collect(Collectors.joining(", "));
        return new Banner(State.GRAY, Texts.of("live.impact.not-zonal"),
                Texts.of("live.impact.not-zonal-text", Words.percent(site), Moment.ofTotal(site), zones), false);
    }

    private static boolean zoneRaised(Moment moment) {
        return moment.view().alarms().stream().anyMatch(alarm -> alarm.raised() && alarm.scope() instanceof Scope.Zone);
    }

    private static Banner ended(Moment moment) {
        var end = moment.view().ended();
        return end == null ? NONE : new Banner(switch (end.verdict()) {
            case HELD -> State.HEALTHY;
            case BROKEN -> State.BROKEN;
            case UNKNOWN -> State.UNKNOWN;
        }, Texts.of("live.banner.ended"), Texts.of("live.banner.ended-text", end.exitCode(), end.reason()), false);
    }

    private static String lost(Moment moment, Instant seen) {
        if (moment.view().started() == null) {
            return Texts.of("live.banner.lost-empty", ago(moment, seen));
        }
        return moment.view().faults().stream().filter(FaultView::running).map(FaultView::lease).max(Duration::compareTo)
                .map(lease -> {
                    Duration over = Duration.between(seen.plus(lease), moment.now());
                    return over.isNegative()
                            ? Texts.of("live.banner.lost-faults", ago(moment, seen), Words.whole(lease))
                            : Texts.of("live.banner.lost-leases", ago(moment, seen), Words.whole(over));
                }).orElseGet(() -> Texts.of("live.banner.lost-text", ago(moment, seen)));
    }

    private static String ago(Moment moment, Instant seen) {
        Duration ago = Duration.between(seen, moment.now());
        return Words.whole(ago.isNegative() ? Duration.ZERO : ago);
    }
}

package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.util.List;
import java.util.Locale;

/// Customers, the router's attempts, the canaries and what the servers counted of themselves side by side, zone by zone:
/// where they disagree, one of them is blind.
record ObserverTable(List<Row> rows) {

    /// @param differs why they do not tell the same; empty when they do
    record Row(String zone, Seen customers, Seen attempts, Seen canaries, Seen servers, String differs) {
    }

    /// @param percent of useful answers, without its sign; a dash without any request
    /// @param counts  `ofTotal` where there is little room
    record Seen(State state, String percent, String ofTotal, String counts) {
    }

    private enum Tells {
        WELL, ILL, NOTHING
    }

    static ObserverTable of(Moment moment) {
        var started = moment.view().started();
        return new ObserverTable(
                started == null ? List.of() : started.zones().stream().map(zone -> row(moment, zone)).toList());
    }

    private static Row row(Moment moment, String zone) {
        Scope scope = new Scope.Zone(zone);
        Tally customers = moment.recent(Standing.series(Observer.CUSTOMER, scope));
        Tally attempts = moment.recent(Standing.series(Observer.ATTEMPT, scope));
        Tally canaries = moment.recent(Standing.series(Observer.CANARY, scope));
        Tally servers = moment.recent(Standing.series(Observer.SERVER, scope));
        long silent = moment.silent(scope);
        boolean told = moment.told(Standing.series(Observer.SERVER, scope));
        return new Row(zone, seen(customers), seen(attempts), seen(canaries), servers(servers, told, silent), differs(
                tells(customers), tells(attempts), tells(canaries), silent > 0 ? Tells.NOTHING : tells(servers)));
    }

    /// Nothing is known of servers that do not tell, which is not the same as no requests.
    private static Seen servers(Tally tally, boolean told, long silent) {
        String missing = silent == 0 ? "" : Texts.of("live.observers.silent", silent);
        if (!told) {
            String why = missing.isEmpty() ? Texts.of("live.observers.no-data") : missing;
            return new Seen(State.UNKNOWN, "–", why, why);
        }
        Seen seen = seen(tally);
        return silent == 0
                ? seen
                : new Seen(seen.state() == State.HEALTHY ? State.UNKNOWN : seen.state(), seen.percent(),
                        seen.ofTotal() + ", " + missing, seen.counts() + ", " + missing);
    }

    private static Seen seen(Tally tally) {
        State state = switch (tells(tally)) {
            case WELL -> State.HEALTHY;
            case ILL -> State.GRAY;
            case NOTHING -> State.UNKNOWN;
        };
        boolean none = tally.requests() == 0;
        return new Seen(state, Words.percent(tally).replace(" %", ""),
                none ? Texts.of("live.observers.none") : Moment.ofTotal(tally),
                none
                        ? Texts.of("live.observers.nothing")
                        : Texts.of("live.observers.of", String.format(Locale.ROOT, "%,d", tally.useful()),
                                String.format(Locale.ROOT, "%,d", tally.requests())));
    }

    private static Tells tells(Tally tally) {
        return tally.requests() == 0 ? Tells.NOTHING : Moment.failing(tally) ? Tells.ILL : Tells.WELL;
    }

    private static String differs(Tells customers, Tells attempts, Tells canaries, Tells servers) {
        if (customers == Tells.NOTHING && canaries == Tells.ILL) {
            return Texts.of("live.observers.evicted");
        }
        if (customers == Tells.WELL && attempts == Tells.ILL) {
            return Texts.of("live.observers.retried");
        }
        if (customers == Tells.ILL && canaries == Tells.WELL) {
            return Texts.of("live.observers.canaries-well");
        }
        if (customers == Tells.WELL && canaries == Tells.ILL) {
            return Texts.of("live.observers.canaries-ill");
        }
        if (customers == Tells.ILL && servers == Tells.WELL) {
            return Texts.of("live.observers.servers-well");
        }
        return "";
    }
}

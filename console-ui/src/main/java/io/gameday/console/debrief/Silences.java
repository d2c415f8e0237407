package io.gameday.console.debrief;

import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.timeline.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Times in which something was wrong and people said nothing: what was looked at then, only they can tell.
final class Silences {

    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Set<Row.Kind> WORDS = Set.of(Row.Kind.PAGE, Row.Kind.ACKNOWLEDGED, Row.Kind.NOTE,
            Row.Kind.INTERVENTION, Row.Kind.STOP);

    private Silences() {
    }

    record Silence(Instant from, Instant to) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    /// More than 15 minutes, or more than a quarter of a run shorter than an hour, from the first fault until
    /// everything was over. None where no person could say anything.
    static List<Silence> of(Scorecard card, List<Row> rows) {
        Instant zero = card.zero();
        if (zero == null || !card.response().interventionsKnown()) {
            return List.of();
        }
        Duration quarter = Duration.between(card.begun(), card.ended()).dividedBy(4);
        Duration most = quarter.compareTo(LONG) < 0 ? quarter : LONG;
        Instant over = over(card, rows);
        List<Silence> silences = new ArrayList<>();
        Instant last = zero;
        for (Row row : rows) {
            if (WORDS.contains(row.kind()) && row.at().isAfter(zero)) {
                add(silences, last, row.at().isBefore(over) ? row.at() : over, most);
                last = row.at();
            }
        }
        add(silences, last, over, most);
        return List.copyOf(silences);
    }

    private static void add(List<Silence> silences, Instant from, Instant to, Duration most) {
        if (Duration.between(from, to).compareTo(most) > 0) {
            silences.add(new Silence(from, to));
        }
    }

    private static Instant over(Scorecard card, List<Row> rows) {
        Instant over = card.impact().isEmpty() ? card.ended() : card.impact().getLast().to();
        for (Row row : rows) {
            if (row.kind() == Row.Kind.FAULT_ENDED && row.at().isAfter(over)) {
                over = row.at();
            }
        }
        return over.isAfter(card.ended()) ? card.ended() : over;
    }
}

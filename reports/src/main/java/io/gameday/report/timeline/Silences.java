package io.gameday.report.timeline;

import io.gameday.report.scorecard.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Times in which something was wrong and people said nothing: what was looked at then, only they can tell.
public final class Silences {

    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Set<Row.Kind> WORDS = Set.of(Row.Kind.PAGE, Row.Kind.ACKNOWLEDGED, Row.Kind.NOTE,
            Row.Kind.INTERVENTION, Row.Kind.STOP);

    private Silences() {
    }

    public record Silence(Instant from, Instant to) {

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /// More than 15 minutes, or more than a quarter of a run shorter than an hour, from the first fault, or
    /// from the first impact of an incident that nobody planned, until everything was over. None where no person could say anything. A person's row about a span of time speaks for all
    /// of it; an explanation without an end speaks for the silence that it falls into.
    public static List<Silence> of(Scorecard card, List<Row> rows) {
        Instant zero = begin(card);
        if (zero == null) {
            return List.of();
        }
        Duration quarter = Duration.between(card.begun(), card.ended()).dividedBy(4);
        Duration most = quarter.compareTo(LONG) < 0 ? quarter : LONG;
        Instant over = over(card, rows);
        List<Row> explanations = rows.stream().filter(Silences::explains).toList();
        List<Row> words = rows.stream().filter(row -> row.byPeople() || WORDS.contains(row.kind()))
                .filter(row -> !explains(row)).sorted(Comparator.comparing(Row::at)).toList();
        List<Silence> silences = new ArrayList<>();
        Instant last = zero;
        for (Row row : words) {
            if (row.at().isAfter(last)) {
                add(silences, last, row.at().isBefore(over) ? row.at() : over, most);
            }
            Instant end = row.end() == null ? row.at() : row.end();
            last = end.isAfter(last) ? end : last;
        }
        add(silences, last, over, most);
        silences.removeIf(silence -> explanations.stream()
                .anyMatch(row -> !row.at().isBefore(silence.from()) && !row.at().isAfter(silence.to())));
        return List.copyOf(silences);
    }

    private static @Nullable Instant begin(Scorecard card) {
        if (card.experiment().target().planned()) {
            return card.response().interventionsKnown() ? card.zero() : null;
        }
        return card.impact().isEmpty() ? null : card.impact().getFirst().from();
    }

    private static boolean explains(Row row) {
        return row.byPeople() && row.kind() == Row.Kind.GAP && row.end() == null;
    }

    private static void add(List<Silence> silences, Instant from, Instant to, Duration most) {
        if (Duration.between(from, to).compareTo(most) > 0) {
            silences.add(new Silence(from, to));
        }
    }

    private static Instant over(Scorecard card, List<Row> rows) {
        Instant over = card.impact().isEmpty() ? card.ended() : card.impact().getLast().to();
        for (Row row : rows) {
            if (row.kind() == Row.Kind.FAULT_ENDED && !row.byPeople() && row.at().isAfter(over)) {
                over = row.at();
            }
        }
        return over.isAfter(card.ended()) ? card.ended() : over;
    }
}

package io.gameday.journal.view;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What people do, in one line.
final class PeopleWords {

    private static final Duration AGREES = Duration.ofSeconds(2);

    private PeopleWords() {
    }

    static Happening happening(Instant at, Event.PersonActed event) {
        String who = event.role();
        return switch (event.act()) {
            case PersonAct.Invited i ->
                plain(at, who + " is invited; the run waits up to " + limit(i.limit()) + " for a go");
            case PersonAct.Joined j -> plain(at, who + " is here" + ahead(j.ahead()));
            case PersonAct.Left l -> new Happening(at, "○", Style.PLAIN,
                    who + " is away since " + Words.timeOfDay(l.since(), ZoneOffset.UTC));
            case PersonAct.Answered a -> new Happening(at, a.go() ? "✓" : "×", a.go() ? Style.HEALTHY : Style.ALARM,
                    (a.by().equals(who) ? who + " says " : a.by() + " says for " + who + ": ")
                            + (a.go() ? "go" : "no-go") + (a.why().isEmpty() ? "" : ", " + a.why()));
            case PersonAct.Noticed n -> new Happening(at, "!", Style.DEGRADED,
                    who + " noticed, without an alarm: " + n.text() + typed(n.typed()));
            case PersonAct.Sealed s -> plain(at, who + " sealed prediction " + s.id());
            // Never whose it was.
            case PersonAct.Opened o ->
                plain(at, "a sealed prediction, " + o.outcome().words() + " (" + o.seen() + "): " + o.text());
        };
    }

    /// When it was written, where it came in later.
    static String typed(@Nullable Instant typed) {
        return typed == null ? "" : " (written at " + Words.timeOfDay(typed, ZoneOffset.UTC) + ")";
    }

    private static String limit(Duration limit) {
        if (limit.toSeconds() < 120) {
            return Words.whole(limit);
        }
        return limit.toMinutes() % 60 == 0 ? limit.toHours() + " h" : limit.toMinutes() + " min";
    }

    private static String ahead(@Nullable Duration ahead) {
        return ahead == null || ahead.abs().compareTo(AGREES) < 0
                ? ""
                : "; the clock of their device is " + Words.tenths(ahead.abs())
                        + (ahead.isNegative() ? " behind" : " ahead") + ", times are this machine's";
    }

    private static Happening plain(Instant at, String text) {
        return new Happening(at, "·", Style.PLAIN, text);
    }
}

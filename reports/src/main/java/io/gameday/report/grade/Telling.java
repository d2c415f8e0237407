package io.gameday.report.grade;

import io.gameday.report.grade.Impact.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Which alarm tells of which window: one that begins to ring in it, a little before and goes on, or a little after.
/// One that rings since an earlier window tells nothing of the next.
public final class Telling {

    /// An alarm may see trouble before customers do; one that rings for longer before them tells of something else.
    static final Duration EARLIEST = Duration.ofMinutes(10);
    /// A rate over five minutes sees a short impact only when it is over.
    static final Duration LATEST = Duration.ofMinutes(5);

    private final List<Span> spans;

    /// @param spans by time
    public Telling(List<Span> spans) {
        this.spans = spans;
    }

    /// Whether a ring tells of `span`.
    public boolean tells(Span span, Instant from, Instant to) {
        return !from.isBefore(begin(span)) && from.isBefore(end(span)) && to.isAfter(span.from());
    }

    boolean tellsOfAny(Instant from, Instant to) {
        return spans.stream().anyMatch(span -> tells(span, from, to));
    }

    /// From when on a ring can be about `span`.
    Instant begin(Span span) {
        Instant earliest = span.from().minus(EARLIEST);
        if (span.number() == 1) {
            return earliest;
        }
        Instant before = spans.get(span.number() - 2).to();
        return earliest.isAfter(before) ? earliest : before;
    }

    /// Until when a ring can be about `span`. What rings between two windows tells of the one before, and of the next too
    /// when it goes on into it.
    Instant end(Span span) {
        Instant latest = span.to().plus(LATEST);
        if (span.number() == spans.size()) {
            return latest;
        }
        Instant next = spans.get(span.number()).from();
        return latest.isBefore(next) ? latest : next;
    }
}

package io.gameday.observability;

import java.time.Duration;
import java.util.List;

/// What a server that was asked told of the time since it was asked before.
public sealed interface ServerReport {

    /// Who was asked.
    Server server();

    /// What it counted, by its own counters; the time between is ours.
    ///
    /// @param requests  that it answered; zero or more, zero being known to be none
    /// @param useful    those with a useful answer
    /// @param refused   those that it refused for want of capacity
    /// @param latencies how long they took; together about as many as `requests`
    record Counted(Server server, long requests, long useful, long refused,
            List<Bucket> latencies) implements ServerReport {

        public Counted {
            if (useful < 0 || refused < 0 || useful + refused > requests) {
                throw new IllegalArgumentException("useful is " + useful + " and refused " + refused
                        + "; allowed: 0 or more, together at most requests (" + requests + ")");
            }
            latencies = List.copyOf(latencies);
        }
    }

    /// It did not tell, which is never the same as having counted nothing.
    record Unknown(Server server, String why) implements ServerReport {
    }

    /// Requests that took longer than `from`, and at most `to`; without an end `to` is `from`, and they took at least that.
    record Bucket(Duration from, Duration to, long count) {

        /// Finer than this nothing is told apart, and a number that somebody else tells costs no more than that.
        private static final long MOST_POINTS = 50;

        public Bucket {
            if (from.isNegative() || to.compareTo(from) < 0 || count < 0) {
                throw new IllegalArgumentException("bucket is " + from + " to " + to + " with " + count
                        + "; allowed: from zero, to not before it, count zero or more");
            }
        }

        /// Hands over so many at so long, evenly within the bucket, as Prometheus takes them to lie.
        void spread(Points points) {
            long left = count;
            long number = Math.min(count, MOST_POINTS);
            for (long i = 0; i < number; i++) {
                long here = left / (number - i);
                left -= here;
                points.at(from.plusNanos(Math.round(to.minus(from).toNanos() * ((i + 0.5) / number))), here);
            }
        }
    }

    /// Told of each point of a bucket.
    @FunctionalInterface
    interface Points {
        void at(Duration latency, long count);
    }
}

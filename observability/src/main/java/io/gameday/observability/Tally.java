package io.gameday.observability;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What one series counted in one second, or in several added up.
///
/// Quantiles are of all requests; one without an answer counts as the limit it waited for, so a p99 at the limit
/// means "at least". They are 0 when there were no requests.
///
/// @param requests  requests whose outcome became known; zero or more
/// @param useful    those with a useful answer; zero to `requests`
/// @param p50Micros median latency in microseconds
/// @param p99Micros 99th percentile of latency in microseconds
/// @param slow      those that took longer than the meter's limit or were not answered; zero to `requests`, and zero in
///                  journals from before they were counted
/// @param totalMicros latencies of all requests added up, in microseconds; zero where nobody added them up, as in journals
///                  from before
/// @param refused   those of the failed that were refused for want of capacity; zero to `failed`, and null in journals
///                  from before they were counted
public record Tally(long requests, long useful, long p50Micros, long p99Micros, long slow, long totalMicros,
        @Nullable Long refused) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally {
        if (useful < 0 || useful > requests) {
            throw new IllegalArgumentException("useful is " + useful + "; allowed: 0 to requests (" + requests + ")");
        }
        if (slow < 0 || slow > requests) {
            throw new IllegalArgumentException("slow is " + slow + "; allowed: 0 to requests (" + requests + ")");
        }
        if (refused != null && (refused < 0 || refused > requests - useful)) {
            throw new IllegalArgumentException(
                    "refused is " + refused + "; allowed: 0 to failed (" + (requests - useful) + ")");
        }
    }

    /// Nobody added latencies up.
    public Tally(long requests, long useful, long p50Micros, long p99Micros, long slow, @Nullable Long refused) {
        this(requests, useful, p50Micros, p99Micros, slow, 0, refused);
    }

    /// Nothing was slow, and nothing refused.
    public Tally(long requests, long useful, long p50Micros, long p99Micros) {
        this(requests, useful, p50Micros, p99Micros, 0);
    }

    /// Nothing was refused.
    public Tally(long requests, long useful, long p50Micros, long p99Micros, long slow) {
        this(requests, useful, p50Micros, p99Micros, slow, 0L);
    }

    public long failed() {
        return requests - useful;
    }

    /// Whether it was overload: something failed, and at least half of that was refused for want of capacity. Where refusals
    /// were not counted that is not known, and it is not called so.
    public boolean overloaded() {
        return failed() > 0 && refused != null && 2 * refused >= failed();
    }

    /// Requests that tell of latency, at least so many: what fails at once is not quick.
    public long timed() {
        return Math.max(useful, slow);
    }

    /// Useful answers ÷ requests, 0 to 1; empty without requests, because no requests are neither 0 % nor 100 %.
    public OptionalDouble availability() {
        return requests == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) useful / requests);
    }

    /// Mean latency in microseconds; empty without requests, and where nobody added their latencies up.
    public OptionalDouble meanMicros() {
        return requests == 0 || totalMicros == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) totalMicros / requests);
    }

    /// Counts added up. Quantiles cannot be added: the greater one of each is kept, an upper bound.
    public Tally plus(Tally other) {
        return new Tally(requests + other.requests, useful + other.useful, Math.max(p50Micros, other.p50Micros),
                Math.max(p99Micros, other.p99Micros), slow + other.slow, totalMicros + other.totalMicros,
                refused == null || other.refused == null ? null : Long.valueOf(refused + other.refused));
    }
}

package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.target.Transfer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adds up what the router says in the header `x-gameday-transfer` of its answers: `1234/823` are bytes, and those of them that
/// left their zone. What reached no customer is not in it. Safe for use by several threads.
final class Transferred {

    static final String HEADER = "x-gameday-transfer";

    /// Fewer digits than a long has, so that every number fits.
    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})/(\\d{1,12})");

    private long bytes;
    private long crossed;
    private boolean told;

    /// What cannot be read is left out: a router that words its header badly must not cost the request's own result.
    void add(HttpAnswer answer) {
        Matcher header = BYTES.matcher(answer.headers().getOrDefault(HEADER, ""));
        if (header.matches()) {
            add(Long.parseLong(header.group(1)), Long.parseLong(header.group(2)));
        }
    }

    private synchronized void add(long more, long across) {
        if (across <= more) {
            told = true;
            bytes += more;
            crossed += across;
        }
    }

    /// @return empty where no answer told
    synchronized Optional<Transfer> sum(Duration over) {
        return told ? Optional.of(new Transfer(bytes, crossed, over)) : Optional.empty();
    }
}

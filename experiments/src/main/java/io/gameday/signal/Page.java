package io.gameday.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody was told.
///
/// @param receivers    the team or service, under each name that it has there; never empty, and never a person
/// @param subject      what it was about, in the words of the source
/// @param acknowledged null when nobody did, or when the source does not know
/// @param incident     what tells two pages of one moment apart, and stays the same as more becomes known of it
public record Page(Instant at, List<String> receivers, String subject, @Nullable Instant acknowledged,
        String incident) {

    public Page {
        if (receivers.isEmpty()) {
            throw new IllegalArgumentException("receivers is empty; allowed: at least one name");
        }
    }

    /// Of a source whose subjects do not change.
    public Page(Instant at, List<String> receivers, String subject, @Nullable Instant acknowledged) {
        this(at, receivers, subject, acknowledged, subject);
    }

    /// Those of `alarms` whose names stand in the subject as words, the longest first. A name within a longer one that
    /// stands there is not meant.
    public List<String> about(Collection<String> alarms) {
        List<String> named = new ArrayList<>();
        String left = subject;
        for (String name : alarms.stream().distinct().sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            String without = left.replaceAll("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])", "\n");
            if (!without.equals(left)) {
                named.add(name);
                left = without;
            }
        }
        return List.copyOf(named);
    }

    public String receiver() {
        return receivers.getFirst();
    }
}

package io.gameday.signal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody was told.
///
/// @param receivers    the team or service, under each name that it has there; never empty, and never a person
/// @param subject      what it was about, in the words of the source
/// @param acknowledged null when nobody did, or when the source does not know
public record Page(Instant at, List<String> receivers, String subject, @Nullable Instant acknowledged) {

    public Page {
        if (receivers.isEmpty()) {
            throw new IllegalArgumentException("receivers is empty; allowed: at least one name");
        }
    }

    /// The one of `alarms` whose name stands in the subject as a word; the longest when there are several.
    public Optional<String> about(Collection<String> alarms) {
        return alarms.stream().filter(
                name -> Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])").matcher(subject).find())
                .max(Comparator.comparingInt(String::length));
    }

    public String receiver() {
        return receivers.getFirst();
    }
}

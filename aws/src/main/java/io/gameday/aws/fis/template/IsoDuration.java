package io.gameday.aws.fis.template;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as templates write them: whole hours, minutes and seconds, such as `PT1H30M`.
public final class IsoDuration {

    public static final String WORDS = "hours, minutes and seconds as in ISO 8601, such as PT90S, PT15M or PT1H30M";

    private static final Pattern SHAPE = Pattern.compile("PT(?=\\d)(\\d{1,5}H)?(\\d{1,6}M)?(\\d{1,7}S)?");

    private IsoDuration() {
    }

    /// Empty when `text` is none.
    public static Optional<Duration> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(Duration.parse(text)) : Optional.empty();
    }
}

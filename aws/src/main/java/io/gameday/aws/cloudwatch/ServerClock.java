package io.gameday.aws.cloudwatch;

import io.gameday.signal.ClockOffset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Compares the dates of answers with our clock.
final class ServerClock implements ExecutionInterceptor {

    private static final ExecutionAttribute<Instant> SENT = new ExecutionAttribute<>("sent");

    private final String source;
    private final InstantSource clock;
    private volatile @Nullable ClockOffset offset;

    ServerClock(String source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.putAttribute(SENT, clock.instant());
    }

    /// The header has whole seconds, cut off.
    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        Instant after = clock.instant();
        context.httpResponse().firstMatchingHeader("date").flatMap(ServerClock::date).ifPresent(server -> {
            Duration half = Duration.between(attributes.getAttribute(SENT), after).dividedBy(2);
            offset = new ClockOffset(source, Duration.between(after.minus(half), server.plusMillis(500)),
                    half.plusMillis(500));
        });
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    Optional<ClockOffset> offset() {
        return Optional.ofNullable(offset);
    }
}

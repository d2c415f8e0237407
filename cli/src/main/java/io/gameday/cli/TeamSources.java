package io.gameday.cli;

import io.gameday.signal.ClockOffset;
import io.gameday.signal.HttpSource;
import io.gameday.signal.pagerduty.PagerDutyLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Opens a team's own tools by the operator's addresses, with the tokens of the environment.
final class TeamSources implements AutoCloseable {

    private final Duration limit;
    private final InstantSource clock;
    private final Map<String, String> environment;
    private final List<HttpSource> opened = new ArrayList<>();

    /// @param limit of one call
    TeamSources(Duration limit, InstantSource clock, Map<String, String> environment) {
        this.limit = limit;
        this.clock = clock;
        this.environment = environment;
    }

    /// @throws IllegalArgumentException when `address` is none
    HttpSource prometheus(String address) {
        return open("Prometheus", address, bearer("GAMEDAY_PROMETHEUS_TOKEN"));
    }

    /// @throws IllegalArgumentException when `address` is none
    HttpSource alertmanager(String address) {
        return open("Alertmanager", address, bearer("GAMEDAY_ALERTMANAGER_TOKEN"));
    }

    /// @throws IllegalArgumentException when `address` is none, or the token is missing
    HttpSource pagerduty(String address) {
        String token = environment.getOrDefault("GAMEDAY_PAGERDUTY_TOKEN", "");
        if (token.isBlank()) {
            throw new IllegalArgumentException(
                    "--pagerduty needs a token that may read, in the environment as GAMEDAY_PAGERDUTY_TOKEN");
        }
        return open("PagerDuty", address, PagerDutyLog.headers(token));
    }

    /// Of all that were opened, by their newest answers.
    List<ClockOffset> offsets() {
        return opened.stream().flatMap(source -> source.offset().stream()).toList();
    }

    private HttpSource open(String name, String address, Map<String, String> headers) {
        HttpSource source = new HttpSource(name, address, headers, limit, clock);
        opened.add(source);
        return source;
    }

    private Map<String, String> bearer(String variable) {
        String token = environment.getOrDefault(variable, "");
        return token.isBlank() ? Map.of() : Map.of("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        opened.forEach(HttpSource::close);
    }
}

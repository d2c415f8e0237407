package io.gameday.cli;

import io.gameday.signal.HttpSource;
import io.gameday.signal.pagerduty.PagerDutyLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// Opens a team's own tools by the operator's addresses, with the tokens of the environment.
///
/// @param limit of one call
record ToolAddresses(Duration limit, InstantSource clock, Map<String, String> environment) {

    /// @throws IllegalArgumentException when `address` is none
    HttpSource prometheus(String address) {
        return new HttpSource("Prometheus", address, bearer("GAMEDAY_PROMETHEUS_TOKEN"), limit, clock);
    }

    /// @throws IllegalArgumentException when `address` is none
    HttpSource alertmanager(String address) {
        return new HttpSource("Alertmanager", address, bearer("GAMEDAY_ALERTMANAGER_TOKEN"), limit, clock);
    }

    /// @throws IllegalArgumentException when `address` is none, or the token is missing
    HttpSource pagerduty(String address) {
        String token = environment.getOrDefault("GAMEDAY_PAGERDUTY_TOKEN", "");
        if (token.isBlank()) {
            throw new IllegalArgumentException(
                    "--pagerduty needs a token that may read, in the environment as GAMEDAY_PAGERDUTY_TOKEN");
        }
        return new HttpSource("PagerDuty", address, PagerDutyLog.headers(token), limit, clock);
    }

    private Map<String, String> bearer(String variable) {
        String token = environment.getOrDefault(variable, "");
        return token.isBlank() ? Map.of() : Map.of("Authorization", "Bearer " + token);
    }
}

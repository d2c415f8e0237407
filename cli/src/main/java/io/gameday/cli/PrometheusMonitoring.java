package io.gameday.cli;

import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.ClockOffset;
import io.gameday.signal.CustomerMetric;
import io.gameday.signal.HttpSource;
import io.gameday.signal.PagerLog;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.prometheus.AlertmanagerPages;
import io.gameday.signal.prometheus.PrometheusAlarms;
import io.gameday.signal.prometheus.PrometheusMetric;
import io.gameday.signal.prometheus.PrometheusServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Prometheus, with the Alertmanager that it sends its alarms to.
final class PrometheusMonitoring implements Monitoring {

    private final HttpSource prometheus;
    private final PrometheusServer server;
    private final @Nullable HttpSource alertmanager;

    /// @param alertmanager null when it is not asked
    /// @throws IllegalArgumentException when an address is none
    PrometheusMonitoring(String prometheus, @Nullable String alertmanager, Duration limit, InstantSource clock,
            Map<String, String> environment) {
        ToolAddresses tools = new ToolAddresses(limit, clock, environment);
        this.prometheus = tools.prometheus(prometheus);
        server = new PrometheusServer(this.prometheus, clock);
        this.alertmanager = alertmanager == null ? null : tools.alertmanager(alertmanager);
    }

    @Override
    public AlarmHistory alarms() {
        return new PrometheusAlarms(server);
    }

    @Override
    public CustomerMetric customers(String query) {
        return new PrometheusMetric(server, query);
    }

    @Override
    public @Nullable PagerLog pages(Alarms alarms) {
        return alertmanager == null ? null : new AlertmanagerPages(alertmanager, server, alarms);
    }

    @Override
    public String noPages() {
        return "no pager log was read; give --alertmanager URL, --alertmanager-log FILE or --pagerduty";
    }

    @Override
    public Optional<ClockOffset> clock() {
        return prometheus.offset();
    }

    @Override
    public List<ClockOffset> clocks() throws SourceFailure {
        List<ClockOffset> clocks = new ArrayList<>(List.of(server.offset()));
        if (alertmanager != null) {
            alertmanager.offset().ifPresent(clocks::add);
        }
        return clocks;
    }

    @Override
    public void close() {
        prometheus.close();
        if (alertmanager != null) {
            alertmanager.close();
        }
    }
}

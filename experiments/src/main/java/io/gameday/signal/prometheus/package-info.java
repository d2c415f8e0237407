/// Alarms, metrics and routes read from Prometheus and Alertmanager by their HTTP APIs.
/// Start with [io.gameday.signal.prometheus.PrometheusServer].
@NullMarked
package io.gameday.signal.prometheus;

import org.jspecify.annotations.NullMarked;

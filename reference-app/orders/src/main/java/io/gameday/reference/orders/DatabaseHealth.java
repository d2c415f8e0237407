package io.gameday.reference.orders;

import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The task is healthy when its cell's database answers within a second. The database is a hard dependency, so a
/// task without it is unhealthy and not dead; inventory is a soft one and does not count.
final class DatabaseHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final OrderDatabase database;

    DatabaseHealth(OrderDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.check(PATIENCE);
            return Health.up().build();
        } catch (SQLException e) {
            return Health.down().withDetail("database", String.valueOf(e.getMessage())).build();
        }
    }
}

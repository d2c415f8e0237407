package io.gameday.reference.orders;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether this revision's own health check passes. One with [Defect#UNHEALTHY] looks for what was never there.
final class RevisionHealth implements HealthIndicator {
    private final @Nullable Defect defect;

    RevisionHealth(@Nullable Defect defect) {
        this.defect = defect;
    }

    @Override
    public Health health() {
        return defect == Defect.UNHEALTHY
                ? Health.down().withDetail("revision", "the table orders_archive is not there").build()
                : Health.up().build();
    }
}

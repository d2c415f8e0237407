package io.gameday.reference.orders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/// The settings in use, read and pushed on the management port while the task runs: `/actuator/settings`.
/// Thread-safe: a request works with the settings it found when it began its statement.
@Endpoint(id = "settings")
final class SettingsEndpoint implements Supplier<DatabaseSettings> {
    private final AtomicReference<DatabaseSettings> current;

    SettingsEndpoint(DatabaseSettings first) {
        this.current = new AtomicReference<>(first);
    }

    @Override
    public DatabaseSettings get() {
        return current.get();
    }

    @ReadOperation
    DatabaseSettings read() {
        return current.get();
    }

    /// Changes what is given and answers 200 with what was `before` and what is `now`; 400 with every problem when
    /// anything is not allowed, and then nothing has been changed.
    @WriteOperation
    WebEndpointResponse<Map<String, Object>> push(@Nullable String schema, @Nullable Integer databaseTimeoutMillis) {
        DatabaseSettings before;
        DatabaseSettings now;
        do {
            before = current.get();
            now = new DatabaseSettings(schema == null ? before.schema() : schema,
                    databaseTimeoutMillis == null ? before.databaseTimeoutMillis() : databaseTimeoutMillis);
            List<String> problems = now.problems();
            if (!problems.isEmpty()) {
                return new WebEndpointResponse<>(Map.of("error", String.join("; ", problems)),
                        WebEndpointResponse.STATUS_BAD_REQUEST);
            }
        } while (!current.compareAndSet(before, now));
        return new WebEndpointResponse<>(Map.of("before", before, "now", now));
    }
}

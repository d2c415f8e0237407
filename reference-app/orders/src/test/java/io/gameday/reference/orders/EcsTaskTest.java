package io.gameday.reference.orders;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EcsTaskTest {
    private HttpServer ecs;
    private String metadata;

    @BeforeEach
    void start() throws IOException {
        ecs = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        metadata = "http://127.0.0.1:" + ecs.getAddress().getPort() + "/v4/id";
        ecs.createContext("/v4/id/task", exchange -> {
            try (exchange) {
                byte[] task = """
                        {"TaskARN":"arn:aws:ecs:eu-west-1:111122223333:task/gameday-cell-01/0f3a","AvailabilityZone":"eu-west-1b"}
                        """
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, task.length);
                exchange.getResponseBody().write(task);
            }
        });
        ecs.start();
    }

    @AfterEach
    void stop() {
        ecs.stop(0);
    }

    @Test
    void zoneAndInstanceAreAskedOfEcsWhereTheyAreNotSet() throws InterruptedException {
        assertThat(EcsTask.environment(Map.of("ECS_CONTAINER_METADATA_URI_V4", metadata, "GAMEDAY_CELL", "cell-01")))
                .isEqualTo(Map.of("ECS_CONTAINER_METADATA_URI_V4", metadata, "GAMEDAY_CELL", "cell-01", "GAMEDAY_ZONE",
                        "eu-west-1b", "GAMEDAY_INSTANCE", "0f3a"));
    }

    @Test
    void whatIsSetStandsAgainstWhatEcsSays() throws InterruptedException {
        assertThat(EcsTask.environment(Map.of("ECS_CONTAINER_METADATA_URI_V4", metadata, "GAMEDAY_ZONE", "az1")))
                .containsEntry("GAMEDAY_ZONE", "az1").containsEntry("GAMEDAY_INSTANCE", "0f3a");
    }

    @Test
    void withoutEcsNothingIsAskedAndNothingIsAdded() throws InterruptedException {
        assertThat(EcsTask.environment(Map.of("GAMEDAY_CELL", "cell-01"))).isEqualTo(Map.of("GAMEDAY_CELL", "cell-01"));
    }

    @Test
    void aTaskThatCannotLearnItsZoneDoesNotStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EcsTask.environment(Map.of("ECS_CONTAINER_METADATA_URI_V4", metadata + "/gone")))
                .withMessageContaining("answered 404").withMessageContaining("GAMEDAY_ZONE");
    }
}

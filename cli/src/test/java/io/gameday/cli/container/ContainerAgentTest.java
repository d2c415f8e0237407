package io.gameday.cli.container;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

import static org.assertj.core.api.Assertions.assertThat;

/// Agents, their controllers and all that they break in one container. The image is made by
/// `reference-app/images/build.sh`.
@Tag("alone")
class ContainerAgentTest {

    private static final String GAMEDAY = "local/gameday:test";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void inAContainerTooFaultsEndWhenWhoeverInjectedThemIsKilled() {
        Images.needed(GAMEDAY);
        try (GenericContainer<?> gameday = new GenericContainer<>(DockerImageName.parse(GAMEDAY))
                .withImagePullPolicy(image -> false).withCommand("prove", "--faults", "3", "--seed", "7")
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(LIMIT))) {
            gameday.start();
            assertThat(gameday.getLogs()).contains("seen gone     3 of 3 (100 %)", "exit code 0");
        }
    }
}

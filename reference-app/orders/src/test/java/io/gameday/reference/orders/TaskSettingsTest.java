package io.gameday.reference.orders;

import io.gameday.reference.orders.process.InvalidEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TaskSettingsTest {
    private final Map<String, String> variables = new HashMap<>(
            Map.of("GAMEDAY_ADDRESS", "127.0.1.17", "GAMEDAY_INSTANCE", "orders-3", "GAMEDAY_CELL", "cell-01",
                    "GAMEDAY_ZONE", "az1", "GAMEDAY_REVISION", "7", "GAMEDAY_SLOTS", "3", "GAMEDAY_DATABASE",
                    "jdbc:postgresql://127.0.1.2:5432/orders", "GAMEDAY_DATABASE_USER", "postgres"));

    @Test
    void whatIsNotSetHasADefaultWhereThatIsSafe() throws InvalidEnvironment {
        assertThat(TaskSettings.from(variables)).isEqualTo(new TaskSettings("127.0.1.17", "orders-3", "cell-01", "az1",
                "7", 3, Duration.ofMillis(90), Admission.Overload.SHED,
                new TaskSettings.Database("jdbc:postgresql://127.0.1.2:5432/orders", "postgres", ""), null,
                new DatabaseSettings("public", 3000), null, false, TaskSettings.Ports.ANY, StockRules.USUAL));
    }

    @Test
    void theInventoryAddressEndsWithASlashSoThatPathsResolve() throws InvalidEnvironment {
        variables.put("GAMEDAY_INVENTORY", "http://127.0.1.9:4000");

        assertThat(TaskSettings.from(variables).inventory()).isEqualTo(URI.create("http://127.0.1.9:4000/"));
    }

    @Test
    void everyProblemIsToldAtOnceWithNameValueAndWhatIsAllowed() {
        variables.put("GAMEDAY_ADDRESS", "10.0.0.1");
        variables.put("GAMEDAY_SLOTS", "0");
        variables.put("GAMEDAY_HOLD_MS", "fast");
        variables.remove("GAMEDAY_CELL");

        InvalidEnvironment invalid = catchThrowableOfType(InvalidEnvironment.class, () -> TaskSettings.from(variables));

        assertThat(invalid.problems()).containsExactly(
                "GAMEDAY_ADDRESS is '10.0.0.1'; allowed: a loopback address, 127.0.0.1 to 127.255.255.255",
                "GAMEDAY_CELL is not set; allowed: 1 to 64 letters, digits, dots, underscores or hyphens; "
                        + "set it in the environment of this process",
                "GAMEDAY_SLOTS is '0'; allowed: a whole number from 1 to 256",
                "GAMEDAY_HOLD_MS is 'fast'; allowed: a whole number from 1 to 60000");
    }

    @Test
    void whatIsBeyondTheLimitIsRefusedOrQueued() throws InvalidEnvironment {
        variables.put("GAMEDAY_OVERLOAD", "queue");
        assertThat(TaskSettings.from(variables).overload()).isEqualTo(Admission.Overload.QUEUE);

        variables.put("GAMEDAY_OVERLOAD", "panic");
        assertThat(catchThrowableOfType(InvalidEnvironment.class, () -> TaskSettings.from(variables)).problems())
                .containsExactly("GAMEDAY_OVERLOAD is 'panic'; allowed: shed, queue");
    }

    @Test
    void theDefectOfARevisionIsToldByOneWord() throws InvalidEnvironment {
        variables.put("GAMEDAY_DEFECT", "unhealthy");
        assertThat(TaskSettings.from(variables).defect()).isEqualTo(Defect.UNHEALTHY);

        variables.put("GAMEDAY_DEFECT", "haunted");
        assertThat(catchThrowableOfType(InvalidEnvironment.class, () -> TaskSettings.from(variables)).problems())
                .containsExactly("GAMEDAY_DEFECT is 'haunted'; allowed: errors, slow, unhealthy, crash");
    }

    @Test
    void whatCanBePushedLaterCanBeWrongFromTheStart() throws InvalidEnvironment {
        variables.put("GAMEDAY_SCHEMA", "orders_v2");
        variables.put("GAMEDAY_DATABASE_TIMEOUT_MS", "1");

        assertThat(TaskSettings.from(variables).first()).isEqualTo(new DatabaseSettings("orders_v2", 1));
    }

    @Test
    void aTrainingRunNeedsNothingElse() throws InvalidEnvironment {
        TaskSettings settings = TaskSettings.from(Map.of("GAMEDAY_TRAINING", "1"));

        assertThat(settings.training()).isTrue();
        assertThat(settings.database()).isNull();
    }

    @Test
    void aTaskOnItsOwnListensAnywhereButKeepsChaosMonkeyOnLoopback() throws InvalidEnvironment {
        variables.put("GAMEDAY_ON_ITS_OWN", "1");
        variables.put("GAMEDAY_ADDRESS", "0.0.0.0");

        TaskSettings settings = TaskSettings.from(variables);

        assertThat(settings.address()).isEqualTo("0.0.0.0");
        assertThat(settings.managementAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void bothPortsOfATaskWithAParentListenWhereItWasTold() throws InvalidEnvironment {
        assertThat(TaskSettings.from(variables).managementAddress()).isEqualTo("127.0.1.17");
    }

    @Test
    void thePasswordIsNeverPrinted() throws InvalidEnvironment {
        variables.put("GAMEDAY_DATABASE_PASSWORD", "hunter2");

        assertThat(TaskSettings.from(variables).toString()).doesNotContain("hunter2");
    }
}

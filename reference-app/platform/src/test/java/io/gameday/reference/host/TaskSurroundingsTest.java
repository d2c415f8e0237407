package io.gameday.reference.host;

import io.gameday.experiment.Experiment.Evacuation;
import io.gameday.experiment.Experiment.Logging;
import io.gameday.experiment.Experiment.Overload;
import io.gameday.reference.AppConfig;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TaskSurroundingsTest {

    @ParameterizedTest
    @CsvSource({"SHED, shed", "QUEUE, queue"})
    void aTaskIsToldWhatToDoBeyondItsLimitByTheWordOfTheExperiment(Overload overload, String word) {
        AppConfig usual = AppConfig.standard(2, 3, 150, 120, 7, "/");
        AppConfig config = new AppConfig(usual.cells(), usual.zones(), 150, 120, usual.workMillis(), usual.shape(),
                usual.routing(),
                new AppConfig.Mechanisms(true, true, true, Logging.NON_BLOCKING, true, Evacuation.OFF, null, null,
                        AppConfig.Mechanisms.ALL.deployment(), AppConfig.Mechanisms.ALL.inventory(), overload, false,
                        AppConfig.Mechanisms.ALL.stacks()),
                7, "/");
        TaskSurroundings surroundings = new TaskSurroundings(List.of(), "jdbc:postgresql://127.0.1.2:1/orders", "",
                "http://127.0.1.3:1");

        assertThat(surroundings.environment(new TaskOrder("orders-1", "cell-1", "az1", "127.0.1.4", 3, "1"), config))
                .containsEntry("GAMEDAY_OVERLOAD", word).containsEntry("GAMEDAY_SLOTS", "3")
                .containsEntry("GAMEDAY_HOLD_MS", "90");
    }
}

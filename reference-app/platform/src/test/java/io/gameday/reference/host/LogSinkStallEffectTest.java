package io.gameday.reference.host;

import io.gameday.reference.AppConfig;
import io.gameday.reference.log.LogSink;
import io.gameday.target.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogSinkStallEffectTest {

    private final LogSink sink = new LogSink(Runnable::run, lines -> {
    });
    private final Effect effect = new LogSinkStallEffect(AppConfig.standard(2, 3, 150, 120, 1, "/not-used"), sink);
    private final List<Effect.Applying> answers = new ArrayList<>();

    @Test
    void theSinkStaysStalledUntilTheFaultIsTakenAwayAndTellsThatOnce() {
        effect.apply("f1", new Fault.TaskCrash("cell-1", "az2"), answers::add);
        assertThat(sink.state().stalls()).containsExactly("cell cell-1 zone az2");

        Effect.Undo undo = ((Effect.Applying.Applied) answers.getFirst()).undo();
        List<String> done = new ArrayList<>();
        undo.undo(() -> done.add("done"));
        undo.undo(() -> done.add("done again"));

        assertThat(sink.state().stalls()).isEmpty();
        assertThat(done).containsExactly("done");
    }

    @Test
    void aScopeWithoutTasksIsInvalidAndStallsNothing() {
        effect.apply("f1", new Fault.ZonePowerLoss("az9"), answers::add);

        assertThat(answers).containsExactly(new Effect.Applying.Invalid("scope is 'zone az9', in which this host has "
                + "no tasks; allowed: the site, cell-1, cell-2 or az1, az2, az3"));
        assertThat(sink.state().stalls()).isEmpty();
    }
}

package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The pair about starts that need the log sink, blocking and not.
class LogSinkStartsTest {

    @Test
    void whileTheSinkTakesNothingABlockingTaskIsNotReplacedAndOnceItDoesItIs() {
        SimulatedDay day = played("log-sink-starts-blocking");

        assertThat(steady(day, false)).as("before the stall was over").isEmpty();
        assertThat(steady(day, true)).as("after it").isNotEmpty();
        assertThat(day.events(Event.AutomationActed.class)).extracting(Event.AutomationActed::text)
                .anyMatch(text -> text.contains("CannotStartContainerError: failed to initialize logging driver"));
        assertThat(named(day, "log-loss")).isEmpty();
    }

    @Test
    void aTaskThatDoesNotBlockIsReplacedMeanwhileAndTheLinesItLostAreTold() {
        SimulatedDay day = played("log-sink-starts");

        assertThat(steady(day, false)).isNotEmpty();
        assertThat(named(day, "start-impaired")).isEmpty();
        assertThat(named(day, "log-loss")).extracting(Event.AutomationActed::text)
                .anyMatch(text -> text.endsWith("loses log lines: its buffer is full and the log sink takes none."))
                .anyMatch(text -> text.matches(".* in az1 has lost \\d+ log lines\\."));
    }

    private static SimulatedDay played(String name) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), 3);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        return day;
    }

    /// That the crashed task's cell was whole again, after the stall or while it lasted.
    private static List<Event> steady(SimulatedDay day, boolean after) {
        List<Event> all = day.events(Event.class);
        int end = all.indexOf(day.events(Event.FaultReverted.class).getLast());
        int begin = all.indexOf(day.events(Event.FaultInjected.class).getLast());
        return (after ? all.subList(end, all.size()) : all.subList(begin, end)).stream()
                .filter(event -> event instanceof Event.AutomationActed acted && acted.name().equals("steady-state"))
                .toList();
    }

    private static List<Event.AutomationActed> named(SimulatedDay day, String name) {
        return day.events(Event.AutomationActed.class).stream().filter(acted -> acted.name().equals(name)).toList();
    }
}

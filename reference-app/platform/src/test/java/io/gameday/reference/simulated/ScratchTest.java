package io.gameday.reference.simulated;
import io.gameday.journal.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
class ScratchTest {
    @ParameterizedTest
    @ValueSource(strings = {"bad-deploy", "bad-deploy-by-unit", "bad-deploy-all-at-once", "rollback-by-digest", "rollback-by-tag"})
    void play(String name) {
      for (int seed = 1; seed < 3; seed++) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), seed);
        System.out.println("=== " + name + " " + seed + " " + day.finish());
        System.out.println(day.rulings());
        java.time.Instant t0 = day.events(Event.FaultInjected.class).isEmpty() ? java.time.Instant.EPOCH : day.firstFault();
        if (seed == 1) {
          day.events(Event.AutomationActed.class).forEach(a -> System.out.println(java.time.Duration.between(t0, a.when()).toMillis() + " " + a.name() + " " + a.scope() + " " + a.text()));
        }
        day.events(Event.FaultObserved.class).forEach(System.out::println);
        day.events(Event.FaultConfirmedGone.class).forEach(System.out::println);
      }
    }
}

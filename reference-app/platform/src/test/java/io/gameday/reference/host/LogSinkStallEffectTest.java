package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.reference.log.LogSink;
import io.gameday.target.Fault;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Under the host's leases, in virtual time.
class LogSinkStallEffectTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final LogSink sink = new LogSink(Runnable::run, lines -> {
    });
    private final HostFaults faults = new HostFaults(clock,
            new Effects(List.of("cell-1", "cell-2"), List.of("az1", "az2")).with(Fault.LogSinkStall.class,
                    new LogSinkStallEffect(sink)),
            line -> {
            });
    private final List<HostFaults.Outcome> outcomes = new ArrayList<>();

    @Test
    void theSinkStaysStalledUntilTheFaultIsTakenAway() {
        inject(new Scope.CellZone("cell-1", "az2"));
        assertThat(outcomes).containsExactly(new HostFaults.Outcome.Done());
        assertThat(sink.state().stalls()).containsExactly("cell cell-1 zone az2");

        List<String> gone = new ArrayList<>();
        faults.revert("f1", () -> gone.add("gone"));

        assertThat(gone).containsExactly("gone");
        assertThat(sink.state().stalls()).isEmpty();
        assertThat(faults.inForce()).isEmpty();
    }

    @Test
    void aStallThatNobodyRenewsEndsWithItsLease() {
        inject(Scope.SITE);
        assertThat(sink.state().stalls()).containsExactly("site");

        clock.advance(Duration.ofSeconds(8));

        assertThat(sink.state().stalls()).isEmpty();
    }

    @Test
    void aScopeThatTheHostDoesNotHaveStallsNothing() {
        inject(new Scope.Zone("az9"));

        assertThat(outcomes).containsExactly(new HostFaults.Outcome.Invalid("zone is 'az9'; allowed: az1, az2"));
        assertThat(sink.state().stalls()).isEmpty();
    }

    private void inject(Scope scope) {
        faults.inject(new FaultRequest("f1", "run", new Fault.LogSinkStall(scope), Duration.ofSeconds(40),
                Duration.ofSeconds(8)), outcomes::add);
    }
}

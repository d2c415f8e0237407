package io.gameday.agent;

import io.gameday.agent.TestHost.Sabotage;
import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.HostDriver;
import io.gameday.agent.driver.HostLink;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostPowerDriverTest extends FaultContract {

    @Override
    Driver driver(HostLink link) {
        return new HostDriver(link);
    }

    @Override
    Fault fault() {
        return new Fault.ZonePowerLoss("az1");
    }

    @Override
    boolean staysInForce() {
        return true;
    }

    @Test
    void theEffectIsToldInFigures() {
        inject();
        assertThat(observe(Presence.BITES)).isEqualTo(new Observation(Presence.BITES, "machine and tasks of az1",
                "machine refuses connections, 0 of 2 tasks answer",
                "machine refuses connections, 0 of 2 tasks answer"));
    }

    @Test
    void anotherZoneThatStaysDarkAfterTheRevertIsNotGone() {
        host.sabotage = Sabotage.HITS_AZ2;
        inject();
        host.sabotage = Sabotage.REVERT_DOES_NOTHING;
        revert();
        Observation seen = observe(Presence.GONE);
        assertThat(seen.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(seen.value()).contains("planned az1", "machine of az2");
    }
}

package io.gameday.agent;

import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.HostLink;
import io.gameday.agent.driver.HostPowerDriver;
import io.gameday.agent.driver.TaskCrashDriver;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The drivers that are shipped, by kind of fault.
final class Drivers {

    private Drivers() {
    }

    static Map<String, Driver> of(HostLink host) {
        return List.of(new HostPowerDriver(host), new TaskCrashDriver(host)).stream()
                .collect(Collectors.toMap(Driver::kind, Function.identity()));
    }
}

package io.gameday.agent;

import io.gameday.agent.driver.ActuatorDriver;
import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.HostDriver;
import io.gameday.agent.driver.HostLink;
import io.gameday.agent.driver.Injection;
import io.gameday.agent.driver.Means;
import io.gameday.agent.driver.OwnLinksDriver;
import io.gameday.agent.driver.PersonDriver;
import io.gameday.agent.driver.ToxiproxyDriver;
import io.gameday.agent.driver.TrafficDriver;
import io.gameday.agent.ledger.Standing;
import io.gameday.http.HttpCaller;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// A driver for each means that there is.
final class Drivers {

    private final Map<Means, Driver> byMeans = new EnumMap<>(Means.class);

    Drivers(List<Driver> drivers) {
        drivers.forEach(driver -> byMeans.put(driver.means(), driver));
    }

    /// Those that are shipped.
    static Drivers of(HostLink host, HttpCaller caller, InetSocketAddress proxies, Clock clock, Executor loop,
            TrafficDriver traffic) {
        return new Drivers(List.of(new HostDriver(host), new ToxiproxyDriver(caller, proxies, clock, loop), traffic,
                new PersonDriver()));
    }

    /// Those for systems of a team's own.
    static Drivers ofOwn(HttpCaller caller, Clock clock, Executor loop, TrafficDriver traffic) {
        return new Drivers(List.of(new ActuatorDriver(caller, clock, loop), new OwnLinksDriver(caller, clock, loop),
                traffic, new PersonDriver()));
    }

    boolean have(Fault fault) {
        return byMeans.containsKey(Means.of(fault));
    }

    /// @throws IllegalStateException when there is none; [#have] tells
    Driver of(Fault fault) {
        Driver driver = byMeans.get(Means.of(fault));
        if (driver == null) {
            throw new IllegalStateException("there is no driver for " + fault.kind());
        }
        return driver;
    }

    /// What the driver of a fault that is in the ledger is asked by.
    static Injection injection(Standing fault) {
        return new Injection(fault.intent().hostId(), fault.run(), fault.fault(), fault.intent().duration(),
                fault.intent().lease(), fault.intent().reach().own());
    }
}

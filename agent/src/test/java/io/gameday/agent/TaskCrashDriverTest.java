package io.gameday.agent;

import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.HostDriver;
import io.gameday.agent.driver.HostLink;
import io.gameday.target.Fault;

class TaskCrashDriverTest extends FaultContract {

    @Override
    Driver driver(HostLink link) {
        return new HostDriver(link);
    }

    @Override
    Fault fault() {
        return new Fault.TaskCrash("cell-1", "az1");
    }

    @Override
    boolean staysInForce() {
        return false;
    }
}

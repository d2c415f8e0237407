package io.gameday.agent;

import io.gameday.agent.driver.DriverAnswer;
import io.gameday.agent.driver.HostDriver;
import io.gameday.agent.driver.HostLink;
import io.gameday.agent.driver.Injection;
import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.http.HttpCaller;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.time.Duration;

/// What a run whose processes were all killed leaves behind: a zone without power, and a ledger that says so.
final class LeftBehind {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private LeftBehind() {
    }

    /// @param agent who had written the ledger
    static void by(ProcessIdentity agent, ProcessIdentity controller, TestHost host, AgentSetup setup,
            HttpCaller caller, RealClock clock) {
        Fault fault = new Fault.ZonePowerLoss("az1");
        Survey survey = new ReferenceSurvey(setup, host.token(), caller, clock);
        Answer<Survey.Found> answer = Await.answer(told -> survey.of(fault, told::accept));
        Survey.Found found = ((Answer.Ok<Survey.Found>) answer).value();
        try (Ledger ledger = Ledger.open(setup.state(), setup.run(), setup.runFolder(), clock)) {
            ledger.append(new LedgerEntry.AgentStarted(setup.runFolder().toString(), agent, controller));
            ledger.append(new LedgerEntry.Intent("f1", setup.run() + ".f1", found.plan(), found.reach(), setup.undo(),
                    setup.host(), setup.appTokenFile().toString(), setup.proxies(), MINUTE, MINUTE));
            Await.<DriverAnswer>answer(told -> new HostDriver(new HostLink(caller, host.address(), host.token()))
                    .inject(new Injection(setup.run() + ".f1", setup.run(), fault, MINUTE, MINUTE), told));
            ledger.append(new LedgerEntry.Injected("f1"));
        }
    }

    /// A process that has ended.
    static ProcessIdentity dead() {
        ProcessIdentity self = self();
        return new ProcessIdentity(self.pid(), self.startTicks() + 1, self.bootId());
    }

    static ProcessIdentity self() {
        return ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    }
}

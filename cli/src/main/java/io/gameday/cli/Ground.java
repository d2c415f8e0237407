package io.gameday.cli;

import io.gameday.agent.AgentSetup;
import io.gameday.agent.Limits;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.experiment.Experiment;
import io.gameday.http.HttpCaller;
import io.gameday.journal.RunFolder;
import io.gameday.target.Automation;
import io.gameday.target.Faults;
import io.gameday.target.Operations;
import io.gameday.target.Port;
import io.gameday.target.Signals;
import io.gameday.target.TargetKind;
import io.gameday.target.Topology;
import io.gameday.time.RealClock;
import io.gameday.traffic.Canaries;
import io.gameday.traffic.PostedSignals;
import io.gameday.traffic.SentTraffic;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What experiments are played on in real time.
interface Ground extends AutoCloseable {

    /// Whether `experiment` may be played on it; asked before anything is made or called. Blocks.
    ///
    /// @throws Refused when it may not
    Admitted admit(Experiment experiment);

    @Override
    void close();

    /// The system of an experiment that may be played.
    @FunctionalInterface
    interface Admitted {

        /// Has it ready for customers. Blocks.
        ///
        /// @throws Refused     when it is not to be had
        /// @throws IOException when it cannot be started
        Standing ready(RunFolder folder) throws IOException, InterruptedException;
    }

    /// A system, for one run.
    interface Standing {

        AgentSetup agent(RunFolder folder, Limits limits, StateFolder state);

        Ports ports(Surroundings run);

        /// The faults as far as they may be injected.
        default Faults leashed(Faults faults) {
            return faults;
        }

        /// Completed with the reason when the system ends before the run does.
        CompletableFuture<String> ended();
    }

    /// What the ports of one run work with.
    ///
    /// @param id      begins the ids of requests
    /// @param loop    the engine's, and its clock
    /// @param random  decides who sends when
    /// @param notices for a person to read
    record Surroundings(String id, HttpCaller caller, RealClock loop, PostedSignals signals, RandomGenerator random,
            Consumer<String> notices) {
    }

    /// @param signals  what is measured, and what servers tell of themselves where they do
    /// @param canaries begin to ask when they are got
    record Ports(TargetKind kind, Topology topology, Signals signals, Port<Automation> automation, SentTraffic traffic,
            Supplier<Canaries> canaries, Port<Operations> operations) {
    }
}

package io.gameday.agent;

import io.gameday.agent.driver.Driver;
import io.gameday.agent.driver.HostLink;
import io.gameday.agent.driver.TrafficDriver;
import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.LedgerFailure;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.agent.prober.Prober;
import io.gameday.agent.prober.Suspects;
import io.gameday.endpoint.RunClient;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.process.ProcessIdentity;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes away what earlier runs left behind, by their ledgers, and proves it: `gameday recover [--run R]`. Belongs to
/// the loop and answers there.
public final class Recover {

    /// For how long it is tried again, besides what the kind needs; a person waits for this.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StateFolder state;
    private final Clock clock;
    private final Executor loop;
    private final HttpCaller caller;

    public Recover(StateFolder state, Clock clock, Executor loop, Network network) {
        this.state = state;
        this.clock = clock;
        this.loop = loop;
        caller = new HttpCaller(network);
    }

    /// What became of one fault that may have been in force.
    public sealed interface Outcome {

        Standing fault();

        /// One line for a person.
        String text();

        /// It was taken away, and the prober saw that it is gone.
        record Cleared(Standing fault, String seen) implements Outcome {
            @Override
            public String text() {
                return name(fault) + " is gone: " + seen;
            }
        }

        /// What it was aimed at no longer exists.
        record GoneWithTarget(Standing fault, String why) implements Outcome {
            @Override
            public String text() {
                return name(fault) + " is gone with its target: " + why;
            }
        }

        /// It may still be in force. The text holds the command that clears it.
        record Left(Standing fault, String why, String command) implements Outcome {
            @Override
            public String text() {
                return name(fault) + " may still be in force: " + why + ". Clear it with: " + command;
            }
        }

        private static String name(Standing fault) {
            return "run " + fault.run() + " " + fault.id() + " (" + fault.fault().kind() + ", " + fault.fault().scope()
                    + ")";
        }
    }

    /// @param outcomes one for each fault that may have been in force; empty when there was none
    public record Result(List<Outcome> outcomes) {

        /// 0, or 7 when a fault is not confirmed gone.
        public int exitCode() {
            return outcomes.stream().anyMatch(Outcome.Left.class::isInstance) ? 7 : 0;
        }
    }

    /// Every fault that may be in force by the ledgers of all runs, without touching any.
    ///
    /// @throws io.gameday.agent.ledger.LedgerFailure when a ledger cannot be read
    public static List<Standing> pending(StateFolder state) {
        return Replay.all(state).stream().flatMap(replay -> replay.mayBeInForce().stream()).toList();
    }

    /// Clears everything, or what one run left.
    ///
    /// @throws io.gameday.agent.ledger.LedgerFailure when a ledger cannot be read or written
    public void start(Optional<String> run, Consumer<Result> then) {
        List<Replay> replays = run.map(name -> List.of(Replay.of(state, name))).orElseGet(() -> Replay.all(state));
        int open = replays.stream().mapToInt(replay -> replay.mayBeInForce().size()).sum();
        List<Outcome> outcomes = new ArrayList<>();
        if (open == 0) {
            loop.execute(() -> then.accept(new Result(List.of())));
            return;
        }
        for (Replay replay : replays) {
            clear(replay, outcome -> {
                outcomes.add(outcome);
                if (outcomes.size() == open) {
                    caller.close();
                    then.accept(new Result(List.copyOf(outcomes)));
                }
            });
        }
    }

    private void clear(Replay replay, Consumer<Outcome> then) {
        List<Standing> faults = replay.mayBeInForce();
        if (faults.isEmpty()) {
            return;
        }
        LedgerEntry.AgentStarted started = replay.started();
        if (started != null && RunClient.isPlayed(Path.of(started.runFolder()))) {
            // Also while its agent is dead: the controller is about to start another.
            faults.forEach(fault -> loop.execute(() -> then.accept(
                    new Outcome.Left(fault, "its run is being played", "gameday stop " + started.runFolder()))));
            return;
        }
        if (started != null && started.agent().alive()) {
            alive(started, faults, then);
            return;
        }
        Path folder = replay.runFolder().filter(Files::isDirectory).orElse(state.root());
        Ledger ledger = Ledger.open(state, replay.run(), folder, clock);
        int[] open = {faults.size()};
        Consumer<Outcome> counted = outcome -> {
            open[0]--;
            if (open[0] == 0) {
                ledger.close();
            }
            then.accept(outcome);
        };
        faults.forEach(fault -> loop.execute(() -> {
            if (started != null && anotherBoot(started.agent())) {
                String why = "the machine was started anew since";
                Notes notes = new Notes(ledger);
                notes.accept(new LedgerEntry.GoneWithTarget(fault.id(), why));
                counted.accept(notes.unwritten(fault).orElse(new Outcome.GoneWithTarget(fault, why)));
            } else {
                end(fault, faults, started == null ? null : started.agent(), new Notes(ledger), counted);
            }
        }));
    }

    /// A living agent is asked, since it alone may write its ledger.
    private void alive(LedgerEntry.AgentStarted started, List<Standing> faults, Consumer<Outcome> then) {
        Path folder = Path.of(started.runFolder());
        Optional<AgentFile> file;
        String none = "no " + folder.resolve(AgentFile.NAME) + " tells where";
        try {
            file = AgentFile.read(folder).filter(found -> found.agent().equals(started.agent()));
        } catch (IOException unreadable) {
            file = Optional.empty();
            none = String.valueOf(unreadable.getMessage());
        }
        if (file.isEmpty()) {
            String why = "its agent (process " + started.agent().pid() + ") is alive, but " + none;
            faults.forEach(fault -> loop
                    .execute(() -> then.accept(new Outcome.Left(fault, why, Undo.command(fault, started.agent())))));
            return;
        }
        LivingAgent agent = new LivingAgent(file.get(), caller, clock, loop);
        faults.forEach(fault -> loop.execute(() -> agent.clear(fault, then)));
    }

    /// A full disk must not keep a fault in force: what could not be noted is told at the end.
    private static final class Notes implements Consumer<LedgerEntry> {
        private final Ledger ledger;
        private @Nullable LedgerFailure failure;

        Notes(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public void accept(LedgerEntry entry) {
            try {
                ledger.append(entry);
                failure = null;
            } catch (LedgerFailure notWritten) {
                failure = notWritten;
            }
        }

        /// Where the last word, that it is gone, is not in the ledger: for every later run it is still there.
        Optional<Outcome> unwritten(Standing fault) {
            return Optional.ofNullable(failure).map(
                    why -> new Outcome.Left(fault, "it was seen gone, but " + why.getMessage(), "gameday recover"));
        }
    }

    private void end(Standing fault, List<Standing> all, @Nullable ProcessIdentity agent, Notes notes,
            Consumer<Outcome> then) {
        Driver driver = drivers(fault).of(fault.fault());
        new Ending(driver, new Prober(caller, clock, loop), clock, loop, notes).of(fault, suspects(fault, all),
                "gameday recover", PATIENCE.plus(fault.fault().lingers()), ended -> then.accept(switch (ended) {
                    case Ending.Ended.Gone(var seen) ->
                        notes.unwritten(fault).orElse(new Outcome.Cleared(fault, seen.measure() + ": " + seen.value()));
                    case Ending.Ended.GoneWithTarget(String why) ->
                        notes.unwritten(fault).orElse(new Outcome.GoneWithTarget(fault, why));
                    case Ending.Ended.NotProven(String why) -> new Outcome.Left(fault, why, Undo.command(fault, agent));
                }));
    }

    private Drivers drivers(Standing fault) {
        if (!fault.intent().reach().own().isEmpty()) {
            return Drivers.ofOwn(caller, clock, loop, new TrafficDriver(caller, clock, loop));
        }
        // Without its token the host refuses, which is then what is told; the looks need none.
        InetSocketAddress host = AgentSetup.socket("host", fault.intent().host());
        HostLink link = new HostLink(caller, host, token(Path.of(fault.intent().tokenFile())));
        String proxies = fault.intent().proxies();
        // Requests that were a fault ended with the agent that sent them; none is sent from here.
        TrafficDriver traffic = new TrafficDriver(caller, clock, loop, host, host, "");
        return Drivers.of(link, caller, proxies == null ? host : AgentSetup.socket("proxies", proxies), clock, loop,
                traffic);
    }

    private static Suspects suspects(Standing fault, List<Standing> all) {
        Set<String> zones = new HashSet<>();
        all.stream().filter(other -> other != fault).forEach(other -> zones.addAll(other.intent().plan().zones()));
        return new Suspects(zones, Set.of());
    }

    private static boolean anotherBoot(ProcessIdentity agent) {
        return ProcessIdentity.of(ProcessHandle.current().pid()).filter(self -> !self.bootId().equals(agent.bootId()))
                .isPresent();
    }

    private static String token(Path file) {
        try {
            return TokenFile.read(file);
        } catch (IOException unreadable) {
            return "";
        }
    }
}

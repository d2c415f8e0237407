package io.gameday.agent;

import io.gameday.agent.driver.HostLink;
import io.gameday.agent.prober.Prober;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The controller's side of the agent: starts it, starts it again when it dies, and speaks to it. Calls that the
/// agent's death interrupted are made again once it is back, but for an injection: that one is taken back and has failed.
///
/// ```
/// engine ── Faults ──► AgentFaults ── HTTP, token ──► agent ── HTTP, token ──► host
///                           └─ stdin, kept open ────► agent   (end of file: take everything away)
/// ```
///
/// Everything but [#close()] belongs to the loop and answers there.
public final class AgentFaults implements Faults, AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(3);
    /// In which an agent that did not renew must tell how the fault stands, so that one that hangs is replaced before the
    /// lease is over.
    private static final Duration ALIVE = Duration.ofMillis(1500);
    private static final Duration LOOK = Prober.LONGEST;
    /// Before an injection it is surveyed (2 s at most) and seen how things stand (3.9 s at most); the driver has its own
    /// time.
    static final Duration LONG = HostLink.LONGEST.plusSeconds(6);
    private static final Duration AGAIN = Duration.ofMillis(100);
    /// For how long a call waits for an agent that is being started.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int END_SECONDS = 30;
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final AgentSetup setup;
    private final Clock clock;
    private final Executor loop;
    private final HttpCaller caller;
    private final AgentSource process;
    /// Of the names that our faults have at the agent.
    private final String prefix;
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private final List<Runnable> waiting = new ArrayList<>();

    /// @param loop    where the clock's tasks run; answers are given there
    /// @param network of this process
    /// @param notices told, on any thread, what the supervision did, for a person to read
    public AgentFaults(AgentSetup setup, Clock clock, Executor loop, Network network, Consumer<String> notices) {
        this.setup = setup;
        this.clock = clock;
        this.loop = loop;
        caller = new HttpCaller(network);
        prefix = "";
        process = new AgentProcess(setup, clock, loop, notices, up -> resume());
    }

    /// Speaks to an agent that somebody else started, and does not end it: [#close()] takes away what this run
    /// injected, and that is all.
    ///
    /// @param setup of this run
    /// @param given where the agent is
    public AgentFaults(AgentSetup setup, AgentFile given, Clock clock, Executor loop, Network network,
            Consumer<String> notices) {
        this.setup = setup;
        this.clock = clock;
        this.loop = loop;
        caller = new HttpCaller(network);
        // The agent keeps the faults of several runs, each of which calls its first one f1.
        prefix = setup.run() + ".";
        process = new GivenAgent(given, notices);
    }

    /// Starts the agent. Calls may be made at once; they wait for it.
    ///
    /// @throws IOException when the program cannot be started
    public void start() throws IOException {
        process.start();
    }

    /// The agent's process; empty while it is being started.
    public OptionalLong agentPid() {
        AgentProcess.Running now = process.running();
        return now == null ? OptionalLong.empty() : OptionalLong.of(now.pid());
    }

    /// Where the agent listens; empty while it is being started.
    Optional<InetSocketAddress> address() {
        return Optional.ofNullable(process.running()).map(AgentProcess.Running::address);
    }

    @Override
    public Fidelity fidelity(Fault fault) {
        return setup.fidelity(fault);
    }

    @Override
    public void plan(Fault fault, Reply<FaultPlan> reply) {
        send(post("/plan", new AgentApi.PlanCall(fault)), SHORT, FaultPlan.class, reply);
    }

    @Override
    public void inject(String id, FaultPlan plan, Duration duration, Duration lease, Reply<Injected> reply) {
        HttpRequest request = post("/faults", new AgentApi.InjectCall(prefix + id, plan, duration, lease));
        mine.add(id);
        new Call<>(request, LONG, Injected.class, named(reply, new Injected(id)), clock.ticks() + PATIENCE.toNanos(),
                why -> takeBack(id, why, reply)).go();
    }

    /// The answer to an injection was lost with the agent. What the next agent finds in the ledger it takes away.
    private void takeBack(String id, String why, Reply<Injected> reply) {
        revert(id, reverted -> reply.failed(switch (reverted) {
            case Answer.Ok<Reverted> gone -> id + " was not injected or was taken back: " + why;
            case Answer.Failed(String doubt) ->
                id + " may be in force: " + why + "; " + doubt + ". Clear it with: " + setup.undo();
        }));
    }

    @Override
    public void observe(String id, Reply<Observation> reply) {
        send(HttpRequest.post(at(id) + "/observe", ""), LOOK, Observation.class, reply);
    }

    @Override
    public void renew(String id, Reply<Renewed> reply) {
        send(HttpRequest.post(at(id) + "/renew", ""), SHORT, Renewed.class, named(reply, new Renewed(id)));
    }

    @Override
    public void revert(String id, Reply<Reverted> reply) {
        send(delete(id), LONG, Reverted.class, named(reply, new Reverted(id)));
    }

    private HttpRequest delete(String id) {
        return new HttpRequest("DELETE", at(id), Map.of(), Map.of(), new byte[0]);
    }

    private String at(String id) {
        return "/faults/" + prefix + id;
    }

    /// The agent may know the fault by a longer name.
    private static <T> Reply<T> named(Reply<T> reply, T ours) {
        return answer -> reply.accept(answer instanceof Answer.Ok<T> ? new Answer.Ok<>(ours) : answer);
    }

    @Override
    public void inForce(Reply<List<InForce>> reply) {
        send(HttpRequest.get("/faults"), SHORT, InForce[].class, answer -> reply.accept(switch (answer) {
            case Answer.Ok(InForce[] faults) -> new Answer.Ok<>(List.of(faults));
            case Answer.Failed(String why) -> new Answer.Failed<>(why);
        }));
    }

    /// Ends the agent, which first takes away what is still in force. An agent that was given goes on, without the
    /// faults of this run. Blocks up to 30 s, so not for the loop.
    @Override
    public void close() {
        if (!prefix.isEmpty()) {
            takeMineAway();
        }
        process.end(END_SECONDS);
        caller.close();
    }

    /// Usually the engine has done that before, and this is without effect.
    private void takeMineAway() {
        AgentProcess.Running now = process.running();
        if (now == null) {
            return;
        }
        for (String id : mine) {
            CompletableFuture<CallResult> gone = new CompletableFuture<>();
            caller.call(now.address(), delete(id).with("authorization", "Bearer " + now.token()), LONG, gone::complete);
            if (!(gone.join() instanceof CallResult.Answered(HttpAnswer answer)) || answer.status() != 200) {
                process.notice(prefix + id + " may still be in force; it ends by its lease. Clear it with: gameday "
                        + "recover");
            }
        }
    }

    private static HttpRequest post(String path, Object body) {
        return HttpRequest.post(path, JSON.writeValueAsString(body));
    }

    private <T> void send(HttpRequest request, Duration limit, Class<T> type, Reply<T> reply) {
        new Call<T>(request, limit, type, reply, clock.ticks() + PATIENCE.toNanos(), null).go();
    }

    private void resume() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /// A call that outlives the agent it was made to.
    private final class Call<T> {
        private final HttpRequest request;
        private final Duration limit;
        private final Class<T> type;
        private final Reply<T> reply;
        private final long deadline;
        private final @Nullable Consumer<String> onLost;
        private boolean ended;

        /// @param onLost what to do when the agent may have acted but did not answer; null: ask again
        Call(HttpRequest request, Duration limit, Class<T> type, Reply<T> reply, long deadline,
                @Nullable Consumer<String> onLost) {
            this.request = request;
            this.limit = limit;
            this.type = type;
            this.reply = reply;
            this.deadline = deadline;
            this.onLost = onLost;
        }

        void go() {
            AgentProcess.Running now = process.running();
            if (now == null) {
                await();
                return;
            }
            caller.call(now.address(), request.with("authorization", "Bearer " + now.token()), limit,
                    result -> loop.execute(() -> result(now.pid(), result)));
        }

        private void await() {
            Runnable again = this::go;
            waiting.add(again);
            clock.at(Duration.ofNanos(Math.max(0, deadline - clock.ticks())), () -> {
                if (waiting.remove(again)) {
                    end(new Answer.Failed<>("the agent is not there; see " + setup.runFolder().resolve("agent.log")
                            + ". What is in force ends by its lease."));
                }
            });
        }

        private void result(long pid, CallResult result) {
            switch (result) {
                case CallResult.Answered(HttpAnswer answer) -> end(read(answer));
                case CallResult.Unreachable(String why) -> retry("the agent cannot be reached: " + why);
                case CallResult.Broken(String why) -> lost("the agent broke off: " + why);
                case CallResult.TimedOut() -> {
                    if (type == Renewed.class) {
                        killIfHung(pid);
                    }
                    lost("the agent did not answer within " + limit.toMillis() + " ms");
                }
            }
        }

        /// A renewal may only wait for another fault's work at the links. How a fault stands is told by the agent's loop
        /// alone, so an agent that does not tell that either hangs.
        private void killIfHung(long pid) {
            AgentProcess.Running now = process.running();
            if (now != null && now.pid() == pid) {
                HttpRequest state = HttpRequest.get(request.path().substring(0, request.path().lastIndexOf('/')));
                caller.call(now.address(), state.with("authorization", "Bearer " + now.token()), ALIVE,
                        result -> loop.execute(() -> {
                            if (result instanceof CallResult.TimedOut) {
                                process.killHung(pid);
                            }
                        }));
            }
        }

        private void lost(String why) {
            if (onLost != null) {
                onLost.accept(why);
            } else {
                retry(why);
            }
        }

        /// The news of the agent's end may come after the broken connection, so it waits a little.
        private void retry(String why) {
            if (clock.ticks() - deadline >= 0) {
                end(new Answer.Failed<>(why));
            } else {
                clock.at(AGAIN, this::go);
            }
        }

        private Answer<T> read(HttpAnswer answer) {
            try {
                return answer.status() < 300
                        ? new Answer.Ok<>(JSON.readValue(answer.text(), type))
                        : new Answer.Failed<>(JSON.readValue(answer.text(), Refused.class).error());
            } catch (JacksonException unreadable) {
                return new Answer.Failed<>("the agent answered " + answer.status() + " " + answer.text());
            }
        }

        private void end(Answer<T> answer) {
            if (!ended) {
                ended = true;
                reply.accept(answer);
            }
        }
    }

    private record Refused(String error) {
    }
}

package io.gameday.agent;

import io.gameday.agent.ledger.Reach;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.observability.Scope;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Reply;
import io.gameday.target.Task;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Of the reference app: what there is comes from the control plane, which process is whose from the host.
final class ReferenceSurvey implements Survey {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final AgentSetup setup;
    private final String token;
    private final HttpCaller caller;
    private final Executor loop;

    ReferenceSurvey(AgentSetup setup, String token, HttpCaller caller, Executor loop) {
        this.setup = setup;
        this.token = token;
        this.caller = caller;
        this.loop = loop;
    }

    private record Zone(String zone, String machine) {
    }

    private record TopologyAnswer(List<String> cells, List<Zone> zones, List<Task> tasks) {
    }

    /// @param status null where the host does not tell
    /// @param pid    -1 while there is no process yet
    private record HostTask(String id, @Nullable String status, long pid, long startTicks) {

        /// Only a process that is exactly the one the host means; a pid alone may be somebody else's by now.
        Optional<ProcessIdentity> process() {
            return ProcessIdentity.of(pid).filter(now -> now.startTicks() == startTicks || now.startTicks() < 0);
        }

        boolean ended() {
            return "STOPPED".equals(status) || pid > 0 && process().isEmpty();
        }
    }

    private record StateAnswer(List<HostTask> tasks) {
    }

    @Override
    public void of(Fault fault, Reply<Found> reply) {
        if (fault instanceof Fault.PoisonPill(String customer)) {
            cellOf(customer, answer -> {
                switch (answer) {
                    case Answer.Failed(String why) -> reply.failed(why);
                    case Answer.Ok(String cell) -> of(fault, new Scope.Cell(cell), reply);
                }
            });
        } else {
            of(fault, fault.scope(), reply);
        }
    }

    /// The cell of a customer, who is given one, as by a first request, when there is none yet.
    private void cellOf(String customer, Consumer<Answer<String>> then) {
        HttpRequest request = HttpRequest.post("/customers",
                JSON.writeValueAsString(Map.of("customers", List.of(customer))));
        ask("the control plane", setup.controlPlaneSocket(), request, JsonNode.class,
                answer -> then.accept(switch (answer) {
                    case Answer.Failed(String why) -> new Answer.Failed<>(why);
                    case Answer.Ok(JsonNode cells) when cells.path(customer).isString() ->
                        new Answer.Ok<>(cells.path(customer).asString());
                    case Answer.Ok(JsonNode cells) -> new Answer.Failed<>(
                            "customer is '" + customer + "'; the control plane gave no cell but " + cells);
                }));
    }

    /// @param scope what the fault is aimed at, once that is known
    private void of(Fault fault, Scope scope, Reply<Found> reply) {
        ask("the control plane", setup.controlPlaneSocket(), HttpRequest.get("/topology"), TopologyAnswer.class,
                topology -> {
                    switch (topology) {
                        case Answer.Failed(String why) -> reply.failed(why);
                        case Answer.Ok(TopologyAnswer there) ->
                            ask("the host", setup.hostSocket(), HttpRequest.get("/state"), StateAnswer.class, state -> {
                                switch (state) {
                                    case Answer.Failed(String why) -> reply.failed(why);
                                    case Answer.Ok(StateAnswer processes) ->
                                        reply.accept(found(fault, scope, there, processes));
                                }
                            });
                    }
                });
    }

    private Answer<Found> found(Fault fault, Scope scope, TopologyAnswer there, StateAnswer processes) {
        Optional<String> stranger = scope.stranger(there.cells(), there.zones().stream().map(Zone::zone).toList());
        if (stranger.isPresent()) {
            return new Answer.Failed<>(stranger.get());
        }
        Map<String, HostTask> byId = new HashMap<>();
        processes.tasks().forEach(task -> byId.put(task.id(), task));
        // The control plane hears of an end up to a look later. Nothing can be aimed at such a task, and nobody can
        // show that it is well again.
        List<Task> tasks = there.tasks().stream().map(ReferenceSurvey::withAddress)
                .filter(task -> !(byId.get(task.id()) instanceof HostTask known && known.ended())).toList();
        List<Task> reached = tasks.stream().filter(task -> reaches(fault, scope, task)).toList();
        // A zone may lose its power with nothing in it; anything else needs somebody to hit.
        if (reached.isEmpty() && !(fault instanceof Fault.ZonePowerLoss)) {
            return new Answer.Failed<>(
                    "there is no running task of " + scope + " to hit with " + fault.kind() + "; wait until one runs");
        }
        List<String> cells = reached.stream().map(Task::cell).distinct().sorted().toList();
        List<String> zones = scope instanceof Scope.Zone(String zone)
                ? List.of(zone)
                : reached.stream().map(Task::zone).distinct().sorted().toList();
        FaultPlan plan = new FaultPlan(fault, cells, zones, reached, setup.undo(), setup.links().endsBy(fault));
        return new Answer.Ok<>(new Found(plan, reach(there.zones(), tasks, byId, reached)));
    }

    private static boolean reaches(Fault fault, Scope scope, Task task) {
        boolean there = fault instanceof Fault.ZonePowerLoss
                ? task.state() != Task.State.STOPPED
                : task.state() == Task.State.HEALTHY || task.state() == Task.State.UNHEALTHY;
        return there && scope.covers(task.cell(), task.zone());
    }

    private Reach reach(List<Zone> zones, List<Task> tasks, Map<String, HostTask> byId, List<Task> reached) {
        List<Reach.Machine> machines = zones.stream().map(zone -> new Reach.Machine(zone.zone(), zone.machine(), false))
                .toList();
        List<Reach.Place> places = tasks.stream()
                .filter(task -> task.state() != Task.State.STOPPED && !task.address().isEmpty())
                .map(task -> new Reach.Place(task.id(), task.zone(), task.address(), reached.contains(task), false,
                        process(byId.get(task.id())), task.cell(), null))
                .toList();
        return new Reach(machines, places, setup.doors(), null);
    }

    private static @Nullable ProcessIdentity process(@Nullable HostTask task) {
        return task == null ? null : task.process().orElse(null);
    }

    @SuppressWarnings("NullAway") // JSON may leave the address out while a task has none.
    private static Task withAddress(Task task) {
        String address = task.address() == null ? "" : task.address();
        return new Task(task.id(), task.cell(), task.zone(), task.state(), address, task.slots());
    }

    private <T> void ask(String whom, InetSocketAddress server, HttpRequest asked, Class<T> type,
            Consumer<Answer<T>> then) {
        HttpRequest request = asked.with("authorization", "Bearer " + token);
        Function<String, String> failure = why -> whom + " at " + server.getHostString() + ":" + server.getPort()
                + " did not tell " + asked.path() + ": " + why;
        caller.call(server, request, LIMIT, result -> loop.execute(() -> then.accept(switch (result) {
            case CallResult.Answered(HttpAnswer answer) when answer.status() == 200 -> read(answer, type, failure);
            case CallResult.Answered(HttpAnswer answer) ->
                new Answer.Failed<>(failure.apply(answer.status() + " " + answer.text()));
            case CallResult.Unreachable(String why) -> new Answer.Failed<>(failure.apply(why));
            case CallResult.Broken(String why) -> new Answer.Failed<>(failure.apply(why));
            case CallResult.TimedOut() ->
                new Answer.Failed<>(failure.apply("no answer within " + LIMIT.toMillis() + " ms"));
        })));
    }

    private static <T> Answer<T> read(HttpAnswer answer, Class<T> type, Function<String, String> failure) {
        try {
            return new Answer.Ok<>(JSON.readValue(answer.text(), type));
        } catch (JacksonException unreadable) {
            return new Answer.Failed<>(failure.apply("unreadable: " + unreadable.getOriginalMessage()));
        }
    }
}

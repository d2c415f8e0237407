package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.PythonFunction.Arguments;
import io.gameday.chaostoolkit.PythonFunction.Effect;
import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions of Python that we could do without Python, and how truly: those of the drivers for Toxiproxy and for
/// Chaos Monkey, and one of Python's own. Toxics and assaults would become faults of ours, with a lease and a proof; a kind
/// of toxic that no fault of ours is like is unsupported, since nobody could prove that it is gone.
final class PythonFunctions {

    private static final String PROXY_ACTIONS = "chaostoxi.proxy.actions.";
    private static final String PROXY_PROBES = "chaostoxi.proxy.probes.";
    private static final String TOXICS = "chaostoxi.toxic.actions.";
    private static final String MONKEY = "chaosspring.actions.";
    private static final String MONKEY_PROBES = "chaosspring.probes.";
    private static final List<String> TOXIC = List.of("for_proxy", "toxic_name");
    private static final List<String> CALL = List.of("headers", "timeout", "verify_ssl");
    private static final Set<String> UNPROVEN_ASSAULTS = new TreeSet<>(
            Set.of("killApplicationActive", "memoryActive", "cpuActive"));

    private static final Map<String, PythonFunction> ALL = Stream.of(files(), proxies(), toxics(), monkeys())
            .flatMap(part -> part).collect(Collectors.toUnmodifiableMap(PythonFunction::name, function -> function));

    private PythonFunctions() {
    }

    /// Empty for what we do not know.
    static Optional<PythonFunction> of(Provider.Python call) {
        return Optional.ofNullable(ALL.get(call.name()));
    }

    /// The names of all.
    static Set<String> names() {
        return ALL.keySet();
    }

    private static Stream<PythonFunction> files() {
        return Stream.of(new PythonFunction("os.path.exists", Effect.READS, List.of("path"), List.of(),
                about("only inside folders that the operator allows")));
    }

    private static Stream<PythonFunction> proxies() {
        List<String> proxy = List.of("proxy_name");
        return Stream.of(
                new PythonFunction(PROXY_ACTIONS + "create_proxy", Effect.PREPARES,
                        List.of("proxy_name", "upstream_host", "upstream_port"),
                        List.of("listen_host", "listen_port", "enabled"), equal()),
                new PythonFunction(PROXY_ACTIONS + "modify_proxy", Effect.BREAKS_FOR_GOOD, proxy,
                        List.of("listen_address", "upstream_address", "enabled"), equal()),
                new PythonFunction(PROXY_ACTIONS + "enable_proxy", Effect.MENDS, proxy, List.of(), equal()),
                new PythonFunction(PROXY_ACTIONS + "disable_proxy", Effect.BREAKS, proxy, List.of(),
                        about("as a partition: connections get no answer, where a disabled proxy refuses them")),
                new PythonFunction(PROXY_ACTIONS + "delete_proxy", Effect.BREAKS_FOR_GOOD, proxy, List.of(), equal()),
                new PythonFunction(PROXY_ACTIONS + "reset", Effect.MENDS, List.of(), List.of(),
                        about("only toxics of the same run are taken away")),
                new PythonFunction(PROXY_PROBES + "proxy_exist", Effect.READS, proxy, List.of(), equal()),
                new PythonFunction(PROXY_PROBES + "get_proxy_attribute", Effect.READS,
                        List.of("proxy_name", "attribute"), List.of(), equal()));
    }

    private static Stream<PythonFunction> toxics() {
        return Stream.of(
                new PythonFunction(TOXICS + "create_toxic", Effect.BREAKS, with("toxic_type"),
                        List.of("stream", "toxicity", "attributes"), PythonFunctions::toxic),
                new PythonFunction(TOXICS + "create_latency_toxic", Effect.BREAKS, with("latency"), List.of("jitter"),
                        PythonFunctions::latency),
                // Spelled as in the driver.
                new PythonFunction(TOXICS + "create_bandwith_degradation_toxic", Effect.BREAKS, with("rate"), List.of(),
                        unlike("bandwidth")),
                new PythonFunction(TOXICS + "create_slow_connection_close_toxic", Effect.BREAKS, with("delay"),
                        List.of(), unlike("slow_close")),
                new PythonFunction(TOXICS + "create_timeout_toxic", Effect.BREAKS, with("timeout"), List.of(),
                        PythonFunctions::timeout),
                new PythonFunction(TOXICS + "create_slicer_toxic", Effect.BREAKS,
                        with("average_size", "size_variation", "delay"), List.of(), unlike("slicer")),
                new PythonFunction(TOXICS + "create_limiter_toxic", Effect.BREAKS, with("bytes_limit"), List.of(),
                        unlike("limit_data")),
                new PythonFunction(TOXICS + "delete_toxic", Effect.MENDS, TOXIC, List.of(),
                        about("a toxic that is not there counts as a fault that is not confirmed gone")));
    }

    private static Stream<PythonFunction> monkeys() {
        List<String> server = List.of("base_url");
        return Stream.of(
                new PythonFunction(MONKEY + "enable_chaosmonkey", Effect.BREAKS, server, CALL,
                        about("the settings that were found are put back at the end")),
                new PythonFunction(MONKEY + "disable_chaosmonkey", Effect.MENDS, server, CALL, equal()),
                new PythonFunction(MONKEY + "change_assaults_configuration", Effect.BREAKS,
                        List.of("base_url", "assaults_configuration"), CALL, PythonFunctions::assaults),
                new PythonFunction(MONKEY_PROBES + "chaosmonkey_enabled", Effect.READS, server, CALL,
                        about("by what the answer says of enabled, where the function goes by the status")),
                new PythonFunction(MONKEY_PROBES + "assaults_configuration", Effect.READS, server, CALL, equal()),
                new PythonFunction(MONKEY_PROBES + "watcher_configuration", Effect.READS, server, CALL,
                        about("asks for /watchers, where the function asks for /watcher, which no server has")));
    }

    private static List<String> with(String... more) {
        return Stream.concat(TOXIC.stream(), Stream.of(more)).toList();
    }

    private static Function<Arguments, Fidelity> equal() {
        return arguments -> new Fidelity.Equal();
    }

    private static Function<Arguments, Fidelity> about(String how) {
        return arguments -> new Fidelity.Approximated(how);
    }

    private static Function<Arguments, Fidelity> unlike(String toxic) {
        return arguments -> unlikeAny(toxic);
    }

    private static Fidelity unlikeAny(String toxic) {
        return new Fidelity.Unsupported("no fault of ours is like the toxic " + toxic);
    }

    private static Fidelity latency(Arguments arguments) {
        double delay = arguments.number("latency", 0, Fault.SHORTEST_DELAY.toMillis(), Fault.LONGEST_DELAY.toMillis());
        if (delay == 0) {
            return new Fidelity.Unsupported("latency is missing; allowed: " + Fault.SHORTEST_DELAY.toMillis() + " to "
                    + Fault.LONGEST_DELAY.toMillis());
        }
        arguments.number("jitter", 0, 0, delay);
        return new Fidelity.Equal();
    }

    private static Fidelity timeout(Arguments arguments) {
        arguments.number("timeout", 0, 0, Integer.MAX_VALUE);
        return new Fidelity.Approximated(
                "as a partition: nothing gets through either way, and no connection is closed");
    }

    private static Fidelity toxic(Arguments arguments) {
        String type = arguments.text("toxic_type", "");
        String stream = arguments.text("stream", "downstream");
        boolean everyConnection = arguments.number("toxicity", 1, 0, 1) == 1;
        if (!everyConnection) {
            return new Fidelity.Unsupported("toxicity is " + arguments.text("toxicity", "")
                    + "; allowed: 1, as faults of ours hit every connection of a link");
        }
        return switch (type) {
            case "latency" -> stream.equals("downstream")
                    ? latency(arguments.group("attributes"))
                    : new Fidelity.Unsupported("stream is " + stream + "; allowed: downstream");
            case "timeout" -> timeout(arguments.group("attributes"));
            default -> unlikeAny(type);
        };
    }

    private static Fidelity assaults(Arguments arguments) {
        Arguments assaults = arguments.group("assaults_configuration");
        List<String> unproven = UNPROVEN_ASSAULTS.stream().filter(assaults::truth).toList();
        if (!unproven.isEmpty()) {
            return new Fidelity.Unsupported("no fault of ours is like the assault " + String.join(", ", unproven));
        }
        boolean latency = assaults.truth("latencyActive");
        boolean exceptions = assaults.truth("exceptionsActive");
        if (latency && exceptions) {
            return new Fidelity.Unsupported("latencyActive and exceptionsActive are both true; allowed: one of them");
        }
        if (latency) {
            return new Fidelity.Approximated("one delay for every request, where Chaos Monkey takes one from a range");
        }
        return exceptions
                ? new Fidelity.Approximated("requests fail at equal distances, where Chaos Monkey takes them by chance")
                : new Fidelity.Equal();
    }
}

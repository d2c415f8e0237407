package io.gameday.chaostoolkit;

import io.gameday.target.Fidelity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PythonFunctionsTest {

    private static Fidelity fidelity(String function, String arguments) {
        int end = function.lastIndexOf('.');
        Json.Group given = (Json.Group) Json.parse(arguments).orElseThrow();
        return PythonFunctions.of(new Provider.Python(function.substring(0, end), function.substring(end + 1), given))
                .orElseThrow().fidelity(given);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "chaostoxi.proxy.actions.create_proxy | {\"proxy_name\": \"p\", \"upstream_host\": \"h\", \"upstream_port\": 1, \"listen_port\": 2}",
            "chaostoxi.proxy.actions.enable_proxy | {\"proxy_name\": \"p\"}",
            "chaostoxi.proxy.probes.get_proxy_attribute | {\"proxy_name\": \"p\", \"attribute\": \"enabled\"}",
            "chaostoxi.toxic.actions.create_latency_toxic | {\"for_proxy\": \"p\", \"toxic_name\": \"t\", \"latency\": 300, \"jitter\": 300}",
            "chaostoxi.toxic.actions.create_toxic | {\"for_proxy\": \"p\", \"toxic_name\": \"t\", \"toxic_type\": \"latency\", \"attributes\": {\"latency\": 40}}",
            "chaosspring.actions.disable_chaosmonkey | {\"base_url\": \"http://h/actuator\", \"verify_ssl\": false}",
            "chaosspring.actions.change_assaults_configuration | {\"base_url\": \"http://h\", \"assaults_configuration\": {\"latencyActive\": false}}",
            "chaosspring.probes.assaults_configuration | {\"base_url\": \"http://h\", \"timeout\": 1}"})
    void isTheSame(String function, String arguments) {
        assertThat(fidelity(function, arguments)).isEqualTo(new Fidelity.Equal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "os.path.exists | {\"path\": \"/x\"} | only inside folders that the operator allows",
            "chaostoxi.proxy.actions.disable_proxy | {\"proxy_name\": \"p\"} | as a partition: connections get no answer, where a disabled proxy refuses them",
            "chaostoxi.proxy.actions.reset | {} | only toxics of the same run are taken away",
            "chaostoxi.toxic.actions.create_timeout_toxic | {\"for_proxy\": \"p\", \"toxic_name\": \"t\", \"timeout\": 0} | as a partition: nothing gets through either way, and no connection is closed",
            "chaostoxi.toxic.actions.delete_toxic | {\"for_proxy\": \"p\", \"toxic_name\": \"t\"} | a toxic that is not there counts as a fault that is not confirmed gone",
            "chaosspring.actions.enable_chaosmonkey | {\"base_url\": \"http://h\"} | the settings that were found are put back at the end",
            "chaosspring.actions.change_assaults_configuration | {\"base_url\": \"h\", \"assaults_configuration\": {\"latencyActive\": true}} | one delay for every request, where Chaos Monkey takes one from a range",
            "chaosspring.actions.change_assaults_configuration | {\"base_url\": \"h\", \"assaults_configuration\": {\"exceptionsActive\": true}} | requests fail at equal distances, where Chaos Monkey takes them by chance",
            "chaosspring.probes.chaosmonkey_enabled | {\"base_url\": \"h\"} | by what the answer says of enabled, where the function goes by the status",
            "chaosspring.probes.watcher_configuration | {\"base_url\": \"h\"} | asks for /watchers, where the function asks for /watcher, which no server has"})
    void isNearlyTheSame(String function, String arguments, String how) {
        assertThat(fidelity(function, arguments)).isEqualTo(new Fidelity.Approximated(how));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "create_latency_toxic | \"latency\": 31000 | chaostoxi.toxic.actions.create_latency_toxic: latency is 31000; allowed: 40 to 30000",
            "create_latency_toxic | \"latency\": 39 | chaostoxi.toxic.actions.create_latency_toxic: latency is 39; allowed: 40 to 30000",
            "create_latency_toxic | \"latency\": \"${slow}\" | chaostoxi.toxic.actions.create_latency_toxic: latency is ${slow}; allowed: 40 to 30000",
            "create_latency_toxic | \"latency\": 100, \"jitter\": 101 | chaostoxi.toxic.actions.create_latency_toxic: jitter is 101; allowed: 0 to 100",
            "create_latency_toxic | \"latencey\": 100 | chaostoxi.toxic.actions.create_latency_toxic: argument 'latency' is missing; unknown argument 'latencey'; did you mean 'latency'?; allowed: for_proxy, toxic_name, latency, jitter",
            "create_slicer_toxic | \"average_size\": 1, \"size_variation\": 1, \"delay\": 1 | no fault of ours is like the toxic slicer",
            "create_bandwith_degradation_toxic | \"rate\": 1 | no fault of ours is like the toxic bandwidth",
            "create_slow_connection_close_toxic | \"delay\": 1 | no fault of ours is like the toxic slow_close",
            "create_limiter_toxic | \"bytes_limit\": 1 | no fault of ours is like the toxic limit_data",
            "create_toxic | \"toxic_type\": \"reset_peer\" | no fault of ours is like the toxic reset_peer",
            "create_toxic | \"toxic_type\": \"latency\" | latency is missing; allowed: 40 to 30000",
            "create_toxic | \"toxic_type\": \"latency\", \"toxicity\": 0.5, \"attributes\": {\"latency\": 100} | toxicity is 0.5; allowed: 1, as faults of ours hit every connection of a link",
            "create_toxic | \"toxic_type\": \"latency\", \"stream\": \"upstream\", \"attributes\": {\"latency\": 100} | stream is upstream; allowed: downstream"})
    void aToxicThatNoFaultIsLikeIsUnsupported(String function, String arguments, String why) {
        assertThat(fidelity("chaostoxi.toxic.actions." + function,
                "{\"for_proxy\": \"p\", \"toxic_name\": \"t\", " + arguments + "}"))
                .isEqualTo(new Fidelity.Unsupported(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"killApplicationActive\": true, \"cpuActive\": true} | no fault of ours is like the assault cpuActive, killApplicationActive",
            "{\"latencyActive\": true, \"exceptionsActive\": true} | latencyActive and exceptionsActive are both true; allowed: one of them"})
    void anAssaultThatNoFaultIsLikeIsUnsupported(String assaults, String why) {
        assertThat(fidelity("chaosspring.actions.change_assaults_configuration",
                "{\"base_url\": \"h\", \"assaults_configuration\": " + assaults + "}"))
                .isEqualTo(new Fidelity.Unsupported(why));
    }

    @Test
    void otherFunctionsAreNotKnown() {
        assertThat(PythonFunctions.of(new Provider.Python("os", "remove", new Json.Group(Map.of())))).isEmpty();
        assertThat(PythonFunctions.names()).hasSize(23);
    }
}

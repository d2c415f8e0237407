package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Configuration;
import io.gameday.chaostoolkit.Given;
import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.PlannedActivity.Section;
import io.gameday.chaostoolkit.Provider;
import io.gameday.chaostoolkit.Secrets;
import io.gameday.chaostoolkit.ToolkitFile;
import io.gameday.chaostoolkit.ToolkitFile.HypothesisStrategy;
import io.gameday.chaostoolkit.ToolkitFile.RollbackStrategy;
import io.gameday.chaostoolkit.ToolkitReader;
import io.gameday.chaostoolkit.Written;
import io.gameday.chaostoolkit.play.Outcome.Status;
import io.gameday.engine.ExitCode;
import io.gameday.target.Answer;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ToolkitRunTest {

    private static final String FILE = """
            title: t
            description: d
            steady-state-hypothesis:
              title: s
              probes:
                - { type: probe, name: shop, tolerance: 200, provider: { type: http, url: "http://shop" } }
            method:
              - { type: action, name: break, provider: { type: process, path: break } }
            rollbacks:
              - { type: action, name: mend, provider: { type: process, path: mend } }
            """;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final List<String> called = new ArrayList<>();
    private final List<String> brokenOff = new ArrayList<>();
    /// What an address or program answers, one after the other; the last again and again, and else 200.
    private final Map<String, Deque<Answer<Json>>> answers = new HashMap<>();
    private final Map<String, Duration> takes = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private boolean leashed;
    private Written written = Written.of(FILE);
    private ToolkitJournal journal = new ToolkitJournal(written, "1", "node", clock.now());

    private static Answer<Json> status(long status) {
        return new Answer.Ok<>(new Json.Group(
                Map.of("status", Json.number(status), "body", Json.text("b" + status), "stdout", Json.text("out\n"))));
    }

    private static Answer<Json> failed() {
        return new Answer.Failed<>("no connection");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final void answers(String name, Answer<Json>... all) {
        answers.put(name, new ArrayDeque<>(List.of(all)));
    }

    private ToolkitRun run(String content, HypothesisStrategy hypothesis, RollbackStrategy rollbacks,
            boolean failFast) {
        ToolkitReader.Reading reading = ToolkitReader.read("x.yaml", content);
        assertThat(reading.problems()).isEmpty();
        ToolkitFile file = reading.file().orElseThrow();
        written = Written.of(content);
        journal = new ToolkitJournal(written, "1", "node", clock.now());
        Configuration configuration = Configuration.of("x.yaml", file.configuration(), Given.NOTHING).configuration()
                .orElseThrow();
        Secrets secrets = Secrets
                .of("x.yaml", file.secrets(), new Given(Map.of(), Set.of("KEY"), key -> Optional.of("v"))).secrets()
                .orElseThrow();
        ToolkitRun run = new ToolkitRun(clock, file, configuration, secrets,
                new Strategy(hypothesis, rollbacks, Strategy.USUAL, failFast), (provider, reply) -> {
                    String name = switch (provider) {
                        case Provider.Http http -> http.url();
                        case Provider.Process process -> process.path();
                        case Provider.Python python -> python.name() + python.arguments().inWords();
                    };
                    called.add(name);
                    Deque<Answer<Json>> known = answers.getOrDefault(name, new ArrayDeque<>(List.of(status(200))));
                    Answer<Json> answer = known.size() > 1 ? known.removeFirst() : known.getFirst();
                    var pending = clock.at(takes.getOrDefault(name, Duration.ZERO), () -> reply.accept(answer));
                    return () -> {
                        brokenOff.add(name);
                        pending.cancel();
                    };
                }, leashed, journal, outcomes::add);
        run.start();
        return run;
    }

    private Outcome played(String content) {
        return played(content, HypothesisStrategy.DEFAULT, RollbackStrategy.DEFAULT, false);
    }

    private Outcome played(String content, HypothesisStrategy hypothesis, RollbackStrategy rollbacks,
            boolean failFast) {
        run(content, hypothesis, rollbacks, failFast);
        clock.advance(Duration.ofMinutes(5));
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }

    private static Json at(Json json, String... path) {
        Json here = json;
        for (String key : path) {
            here = here instanceof Json.Items(List<Json> items)
                    ? items.get(Integer.parseInt(key))
                    : Objects.requireNonNull(((Json.Group) here).fields().get(key));
        }
        return here;
    }

    @Test
    void whatHeldIsLookedAtBeforeAfterAndOnceMoreWhenTheRollbacksAreDone() {
        Outcome outcome = played(FILE);

        assertThat(outcome).isEqualTo(new Outcome(Status.COMPLETED, false, ExitCode.HELD, List.of()));
        assertThat(called).containsExactly("http://shop", "break", "http://shop", "mend", "http://shop");
    }

    @Test
    void aGateThatIsNotMetIsNotStartedAlthoughChaosToolkitCallsItCompleted() {
        answers("http://shop", status(503));
        Outcome outcome = played(FILE);

        assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
        assertThat(outcome.chaosCode()).isZero();
        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(outcome.reasons()).containsExactly("the steady state was not there before the method, which was left"
                + " out: 'shop': it is 503 and not 200");
        assertThat(called).containsExactly("http://shop", "mend");
    }

    @Test
    void aGateThatCannotBeReadIsFailedAndRunsNoRollbacks() {
        answers("http://shop", failed());
        Outcome outcome = played(FILE);

        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(called).containsExactly("http://shop");
    }

    @Test
    void aSteadyStateThatIsLostAfterwardsIsBroken() {
        answers("http://shop", status(200), status(500), status(200));
        Outcome outcome = played(FILE);

        assertThat(outcome).isEqualTo(new Outcome(Status.COMPLETED, true, ExitCode.BROKEN,
                List.of("the steady state was lost after the method: 'shop': it is 500 and not 200")));
    }

    @Test
    void aProbeThatCannotBeReadAfterwardsIsUnknownAndItsRollbacksLeaveTheFaultUnproven() {
        answers("http://shop", status(200), failed());
        Outcome outcome = played(FILE);

        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.deviated()).isTrue();
        assertThat(outcome.code()).isEqualTo(ExitCode.FAULT_NOT_GONE);
        assertThat(outcome.reasons().getFirst()).startsWith(
                "the rollbacks were not run, by their strategy default; undo " + "by hand what these do: 'mend'");
        assertThat(outcome.reasons().get(1))
                .isEqualTo("the steady state could not be read after the method: 'shop': " + "no connection");
    }

    @Test
    void missesBesideTheMethodAreBrokenAlthoughChaosToolkitLeavesWithZero() {
        takes.put("break", Duration.ofMillis(2500));
        answers("http://shop", status(200), status(503), status(200));
        Outcome outcome = played(FILE, HypothesisStrategy.DURING_METHOD_ONLY, RollbackStrategy.DEFAULT, false);

        assertThat(outcome.chaosCode()).isZero();
        assertThat(outcome.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(outcome.reasons()).containsExactly("the steady state was lost during the method, at 1 of 3 looks; "
                + "first: 'shop': it is 503 and not 200");
        assertThat(((Json.Items) at(journal.json(clock.now(), outcome), "steady_states", "during")).items()).hasSize(3);
    }

    @Test
    void failFastEndsTheMethodAfterTheActivityThatRuns() {
        takes.put("break", Duration.ofMillis(2500));
        answers("http://shop", status(200), status(503), status(200));
        Outcome outcome = played(
                FILE.replace("rollbacks:",
                        "  - { type: action, name: more, provider: { type: process, path: more } }\nrollbacks:"),
                HypothesisStrategy.CONTINUOUSLY, RollbackStrategy.ALWAYS, true);

        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(called).containsExactly("http://shop", "http://shop", "break", "http://shop", "mend", "http://shop")
                .doesNotContain("more");
        assertThat(outcome.code()).isEqualTo(ExitCode.BROKEN);
    }

    @Test
    void aFaultThatIsStillFeltAfterTheRollbacksIsNotGone() {
        answers("http://shop", status(200), status(200), status(503));
        Outcome outcome = played(FILE);

        assertThat(outcome.chaosCode()).isZero();
        assertThat(outcome.code()).isEqualTo(ExitCode.FAULT_NOT_GONE);
        assertThat(outcome.reasons())
                .containsExactly("the steady state is not back after the rollbacks: 'shop': it is 503 and not 200");
        assertThat(at(journal.json(clock.now(), outcome), "gameday", "after_rollbacks", "steady_state_met"))
                .isEqualTo(Json.truth(false));
    }

    @Test
    void aRollbackThatFailsLeavesTheFaultUnproven() {
        answers("mend", failed());

        assertThat(played(FILE).code()).isEqualTo(ExitCode.FAULT_NOT_GONE);
    }

    @Test
    void anActionThatFailsBrokeNothingSoNothingIsKnown() {
        answers("break", failed());
        Outcome outcome = played(FILE);

        assertThat(outcome.chaosCode()).isZero();
        assertThat(outcome.code()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(outcome.reasons())
                .containsExactly("the action 'break' failed, so what it should have broken was not: no connection");
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT, true", "ALWAYS, true", "NEVER, false", "DEVIATED, false"})
    void rollbacksAreRunByTheirStrategy(RollbackStrategy strategy, boolean run) {
        Outcome outcome = played(FILE, HypothesisStrategy.DEFAULT, strategy, false);

        assertThat(called.contains("mend")).isEqualTo(run);
        assertThat(outcome.code()).isEqualTo(run ? ExitCode.HELD : ExitCode.FAULT_NOT_GONE);
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT, 1, 0, 1", "BEFORE_METHOD_ONLY, 1, 0, 0", "AFTER_METHOD_ONLY, 0, 0, 1",
            "DURING_METHOD_ONLY, 0, 1, 0", "CONTINUOUSLY, 1, 1, 1", "SKIP, 0, 0, 0"})
    void theSteadyStateIsLookedAtByItsStrategy(HypothesisStrategy strategy, int before, int during, int after) {
        Outcome outcome = played(FILE, strategy, RollbackStrategy.DEFAULT, false);

        Json states = at(journal.json(clock.now(), outcome), "steady_states");
        assertThat(List.of(at(states, "before").equals(Json.NULL) ? 0 : 1,
                ((Json.Items) at(states, "during")).items().size(), at(states, "after").equals(Json.NULL) ? 0 : 1))
                .containsExactly(before, during, after);
    }

    @Test
    void withoutLeaveNothingIsBrokenAndNothingIsSaidToHaveHeld() {
        leashed = true;
        Outcome outcome = played(FILE);

        assertThat(called).containsExactly("http://shop", "http://shop");
        assertThat(outcome.code()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(outcome.reasons()).containsExactly("2 actions were withheld, so nothing was broken");
        assertThat(at(journal.json(clock.now(), outcome), "run", "0", "status")).isEqualTo(Json.text("withheld"));
    }

    @Test
    void aStopBreaksOffWhatRunsAndTellsThatTheRollbacksWereNotRun() {
        takes.put("break", Duration.ofMinutes(1));
        ToolkitRun run = run(FILE, HypothesisStrategy.DEFAULT, RollbackStrategy.DEFAULT, false);
        clock.advance(Duration.ofSeconds(10));
        run.stop("stopped by Ctrl-C");
        clock.advance(Duration.ofMinutes(5));

        assertThat(brokenOff).containsExactly("break");
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().status()).isEqualTo(Status.INTERRUPTED);
        assertThat(outcomes.getFirst().code()).isEqualTo(ExitCode.FAULT_NOT_GONE);
        assertThat(called).containsExactly("http://shop", "break");
        Json entry = at(journal.json(clock.now(), outcomes.getFirst()), "run", "0");
        assertThat(at(entry, "exception", "0")).isEqualTo(Json.text("it was stopped before it ended"));
        assertThat(at(entry, "duration").counted().orElseThrow()).isEqualByComparingTo("10");
    }

    @Test
    void aStopWhoseRollbacksAreRunAndProvenIsStopped() {
        takes.put("break", Duration.ofMinutes(1));
        ToolkitRun run = run(FILE, HypothesisStrategy.DEFAULT, RollbackStrategy.ALWAYS, false);
        clock.advance(Duration.ofSeconds(10));
        run.stop("stopped by Ctrl-C");
        run.stop("stopped by Ctrl-C");
        clock.advance(Duration.ofMinutes(5));

        assertThat(outcomes).containsExactly(
                new Outcome(Status.INTERRUPTED, false, ExitCode.STOPPED, List.of("stopped by Ctrl-C")));
        assertThat(called).containsExactly("http://shop", "break", "mend", "http://shop");
    }

    @Test
    void whatRunsInTheBackgroundIsWaitedForAndKeepsItsPlaceInTheJournal() {
        takes.put("slow", Duration.ofSeconds(30));
        Outcome outcome = played("""
                title: t
                description: d
                method:
                  - { type: probe, name: a, background: true, provider: { type: process, path: slow } }
                  - type: probe
                    name: b
                    pauses: { before: 2, after: 3 }
                    provider: { type: process, path: quick }
                """);

        assertThat(outcome.code()).isEqualTo(ExitCode.HELD);
        Json journal = this.journal.json(clock.now(), outcome);
        assertThat(at(journal, "run", "0", "activity", "name")).isEqualTo(Json.text("a"));
        assertThat(at(journal, "run", "0", "duration").counted().orElseThrow()).isEqualByComparingTo("30");
        assertThat(at(journal, "run", "1", "start")).isEqualTo(Json.text("2026-11-24T10:00:02.000000+00:00"));
        assertThat(at(journal, "run", "1", "duration").counted().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void theConfigurationIsAskedFirstAndPutIn() {
        answers("http://token", status(7));
        Outcome outcome = played("""
                title: t
                description: d
                configuration:
                  token: { type: probe, name: token, provider: { type: http, url: "http://token" } }
                  word: { type: probe, name: word, provider: { type: process, path: say } }
                method:
                  - type: probe
                    name: a
                    provider: { type: python, module: m, func: f, arguments: { x: "${token}", y: "${word}" } }
                """);

        assertThat(outcome.code()).isEqualTo(ExitCode.HELD);
        assertThat(called).containsExactly("http://token", "say", "m.f{'x': 'b7', 'y': 'out'}");
    }

    @Test
    void theJournalRepeatsTheFileButNoSecretOfIt() {
        Outcome outcome = played("""
                title: t
                description: d
                secrets: { shop: { token: hidden-word, other: { type: env, key: KEY, default: hidden-too } } }
                method: []
                """);

        String text = journal.json(clock.now(), outcome).written();
        assertThat(text).doesNotContain("hidden").contains("\"KEY\"", "\"***\"");
        assertThat(at(Json.parse(text).orElseThrow(), "status")).isEqualTo(Json.text("completed"));
        assertThat(at(Json.parse(text).orElseThrow(), "gameday", "exit_code")).isEqualTo(Json.number(0));
    }

    @Test
    void aJournalThatIsAskedForInTheMiddleSaysThatTheRunIsNotOver() {
        assertThat(at(journal.json(clock.now(), null), "status")).isEqualTo(Json.text("aborted"));
        journal.performed(Section.STEADY_STATE, 0,
                new Performed(ToolkitReader.read("x", FILE).file().orElseThrow().method().getFirst(), clock.now(),
                        clock.now(), new Performed.Result.Failed("no"), null));
        assertThat(at(journal.json(clock.now(), null), "gameday", "verdict")).isEqualTo(Json.text("not over"));
    }

    private static String guarded(String how) {
        return FILE
                + """
                        controls:
                          - name: safety
                            provider:
                              type: python
                              module: chaosaddons.controls.safeguards
                              arguments:
                                probes:
                                  - { type: probe, name: errors, tolerance: 200, %sprovider: { type: http, url: "http://errors" } }
                        """
                        .formatted(how);
    }

    @Test
    void aSafeguardThatIsNotMetLetsNothingBegin() {
        answers("http://errors", status(500));
        Outcome outcome = played(guarded(""));

        assertThat(outcome).isEqualTo(new Outcome(Status.INTERRUPTED, false, ExitCode.NOT_STARTED,
                List.of("the safeguard 'errors' is not met: it is 500 and not 200")));
        assertThat(called).containsExactly("http://errors");
    }

    @Test
    void aSafeguardThatIsLookedAtAgainAndAgainStopsTheRun() {
        takes.put("break", Duration.ofMinutes(1));
        answers("http://errors", status(200), status(200), status(500));
        Outcome outcome = played(guarded("frequency: 10, "), HypothesisStrategy.DEFAULT, RollbackStrategy.ALWAYS,
                false);

        assertThat(outcome.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(outcome.code()).isEqualTo(ExitCode.STOPPED);
        assertThat(brokenOff).contains("break");
        assertThat(called).containsExactly("http://errors", "http://shop", "break", "http://errors", "http://errors",
                "mend", "http://shop");
    }

    @Test
    void aSafeguardThatCannotBeReadGuardsNothingAndStopsTheRun() {
        takes.put("http://errors", Duration.ofSeconds(5));
        takes.put("break", Duration.ofMinutes(1));
        answers("http://errors", failed());

        assertThat(played(guarded("background: true, ")).reasons())
                .contains("the safeguard 'errors' is not met: no connection");
        assertThat(called).contains("break").doesNotContain("mend");
    }

    @Test
    void safeguardsThatHoldEndWithTheRun() {
        Outcome outcome = played(guarded("frequency: 1, "));

        assertThat(outcome.code()).isEqualTo(ExitCode.HELD);
        assertThat(called).containsExactly("http://errors", "http://shop", "break", "http://shop", "mend",
                "http://shop");
    }

    @Test
    void howOftenASafeguardIsLookedAtHasItsBounds() {
        assertThat(ToolkitReader.read("x.yaml", guarded("frequency: 0, ")).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("frequency is 0; allowed: seconds above 0 " + "to 3600"));
    }
}

package io.gameday.report.batch;

import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.report.JournalBuilder;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Several runs of one experiment against one without its faults: h held, b broken, u unknown, - not predicted.
class TrialsTest {

    /// A run with one prediction.
    private static BatchRun run(char outcome) {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.SIMULATED, 150);
        if (outcome != '-') {
            Verdict verdict = switch (outcome) {
                case 'h' -> Verdict.HELD;
                case 'b' -> Verdict.BROKEN;
                default -> Verdict.UNKNOWN;
            };
            journal.at(-31, new Event.PredictionSealed("p1", "ab".repeat(32)));
            journal.at(1, new Event.PredictionJudged("p1", Phase.RESPOND, false, "availability", verdict, "≥ 99 %",
                    "90 %", ""));
        }
        journal.at(20, new Event.RunEnded(0, Verdict.HELD, "It ended."));
        int code = switch (outcome) {
            case 'b' -> 3;
            case 'u' -> 4;
            default -> 0;
        };
        return new BatchRun("x", "x.yaml", code, null,
                Scorecard.of(new RunFacts(journal.entries()), true, false, () -> null), "");
    }

    private static Trials trials(char control, String outcomes) {
        return new Trials(run(control), outcomes.chars().mapToObj(o -> run((char) o)).toList());
    }

    @ParameterizedTest(name = "control {0}, runs {1}: {2}, exit code {3}")
    @CsvSource({"h, hhh, HELD, 0", "-, hhh, HELD, 0", "b, hhh, HELD, 0", "h, bbb, BROKEN, 3", "h, hbh, BROKEN, 3",
            "-, bhh, BROKEN, 3", "b, bbb, UNKNOWN, 4", "b, hbh, UNKNOWN, 4", "u, hbh, BROKEN, 3", "h, huh, UNKNOWN, 4",
            "h, ubh, BROKEN, 3", "b, hhu, UNKNOWN, 4"})
    void whatBreaksWithoutTheFaultsAsWellIsUnknownAndNotBroken(char control, String outcomes, Verdict verdict,
            int exitCode) {
        Trials trials = trials(control, outcomes);
        assertThat(trials.lines()).singleElement().satisfies(line -> {
            assertThat(line.verdict()).isEqualTo(verdict);
            assertThat(line.held() + line.broken() + line.unknown()).isEqualTo(outcomes.length());
        });
        assertThat(trials.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "codes {0} give {1}")
    @CsvSource({"0 0 7, 7", "7 0 0, 7", "0 1 3, 1", "0 6 0, 6", "5 0 0, 4", "0 5 0, 4"})
    void whatIsWorseThanAPredictionCountsBeforeItAndWithoutAControlNothingIsKnown(String codes, int exitCode) {
        List<BatchRun> runs = Arrays.stream(codes.split(" ")).map(Integer::valueOf)
                .map(code -> new BatchRun("x", "x.yaml", code, null, code == 5 ? null : run('h').card(), "why"))
                .toList();
        assertThat(new Trials(runs.getFirst(), runs.subList(1, runs.size())).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void theyAreToldAsOneSuiteOneRowAndOneAnnotation() {
        BatchRun noisy = BatchRun.of("x", "x.yaml", trials('b', "hb"));
        BatchRun broken = BatchRun.of("y", "y.yaml", trials('h', "hb"));
        assertThat(Stream.of(noisy, broken).map(BatchRun::word)).containsExactly("unknown", "broken");
        assertThat(JunitXml.write(List.of(noisy, broken)))
                .containsOnlyOnce("<failure message=\"wanted ≥ 99 %\">"
                        + "held in 1, broken in 1 of 2; last seen 90 %; held without the faults")
                .contains("<error message=\"unknown\">held in 1, broken in 1 of 2; it broke without the "
                        + "faults as well, so nothing was learnt of them");
        assertThat(JobSummary.markdown(List.of(noisy, broken), java.nio.file.Path.of(""))).contains(
                "| ○ unknown | x, 2 times | 0 of 1 held in all; control broken |",
                "| × broken | y, 2 times | 0 of 1 held in all; control held |");
        assertThat(Annotations.of(List.of(noisy, broken))).hasSize(2)
                .anyMatch(line -> line.startsWith("::warning file=x.yaml,"))
                .anyMatch(line -> line.startsWith("::error file=y.yaml,"));
    }
}

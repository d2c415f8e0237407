package io.gameday.experiment;

import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.Graded;
import io.gameday.experiment.Experiment.PagesFrom;
import io.gameday.observability.Scope;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GradedReaderTest {

    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2 }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 % } ]
              blastRadius: { zones: 1 }
            steps: [ { inject: zone-power-loss, zone: az1, for: 40s } ]
            detect:
              from: prometheus
              expect:
                - { alarm: CheckoutErrors, within: 2m, team: payments }
                - { silent: Checkout Saturation }
            respond:
              from: pagerduty
              expect:
                - { page: Payments On Call, within: 3m }
            """;

    @Test
    void namesOfTheTeamsOwnToolsAreTakenAsTheyAre() {
        Experiment experiment = ExperimentReader.read("x", "x.yaml", FILE).experiment().orElseThrow();
        assertThat(experiment.graded()).isEqualTo(new Graded(AlarmsFrom.PROMETHEUS, PagesFrom.PAGERDUTY));
        assertThat(experiment.detect()).containsExactly(
                new Expectation.AlarmFires("CheckoutErrors", Scope.SITE, Duration.ofMinutes(2), null),
                new Expectation.TeamTold("CheckoutErrors", "payments", null),
                new Expectation.AlarmSilent("Checkout Saturation", Scope.SITE));
        assertThat(experiment.respond())
                .containsExactly(new Expectation.PersonPaged("Payments On Call", Duration.ofMinutes(3), null));
        assertThat(experiment.namedAlarms()).containsExactly("CheckoutErrors", "Checkout Saturation");
    }

    @Test
    void theSampleOfTheGuideIsRead() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "your-alarms.md"));
        String sample = guide.substring(guide.indexOf("detect:"), guide.indexOf("```\n", guide.indexOf("detect:")));
        assertThat(problems(FILE.substring(0, FILE.indexOf("detect:")) + sample)).isEmpty();
    }

    @Test
    void withoutFromGamedaysOwnAreGraded() {
        assertThat(problems(FILE.replace("  from: prometheus\n", "").replace("  from: pagerduty\n", "")))
                .anyMatch(problem -> problem.contains("CheckoutErrors"))
                .anyMatch(problem -> problem.contains("unknown field 'detect.expect[1].team'"));
    }

    @Test
    void whatGamedayDoesByItselfIsRefusedBesideATeamsOwnPager() {
        assertThat(problems(FILE.replace("  from: pagerduty\n",
                "  from: pagerduty\n  escalation: [ { page: on-call } ]\n  pageOn: [ zone-impact ]\n")))
                .anyMatch(problem -> problem.contains("respond.escalation is how Gameday pages"))
                .anyMatch(problem -> problem.contains("respond.pageOn is how Gameday pages"));
        assertThat(problems(FILE + "    - { incidents: 1 }\n"))
                .anyMatch(problem -> problem.contains("counts incidents that Gameday opens"));
    }

    @Test
    void aTeamWithoutAPagerIsAProblem() {
        assertThat(problems(FILE.replace("  from: pagerduty\n", "").replace("Payments On Call", "on-call")))
                .singleElement().asString().contains("give respond.from alertmanager or pagerduty");
    }

    @Test
    void aToolThatIsNotKnownIsAProblemWithTheNearestWord() {
        assertThat(problems(FILE.replace("from: prometheus", "from: promtheus")))
                .anyMatch(problem -> problem.contains("prometheus"));
    }

    private static List<String> problems(String file) {
        return ExperimentReader.read("x", "x.yaml", file).problems().stream().map(Problem::toString).toList();
    }
}

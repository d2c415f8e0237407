package io.gameday.reference.fleet;

import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FleetReaderTest {

    private static final Path SHIPPED = Path.of("../../experiments/fleets/egress-platform.yaml");

    @Test
    void theShippedFleetHasTheSizeThatTheTalkGives() throws IOException {
        FleetReader.Reading reading = FleetReader.read("egress-platform.yaml", Files.readString(SHIPPED));

        assertThat(reading.problems()).isEmpty();
        Fleet fleet = reading.fleet().orElseThrow();
        assertThat(fleet.regions()).hasSize(15);
        assertThat(fleet.clusters()).isEqualTo(103);
        assertThat(fleet.cells()).isEqualTo(486);
        assertThat(fleet.busiest().peak()).isEqualTo(70_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            trough: 45 %        | trough: 120 %        | small.yaml:3:9: trough is 120 %; allowed: 1 % to 100 %
            n1: 2, n2: 2, n3: 1 | n1: 2, n4: 2, n3: 1  | unknown field 'regions[1].clusters[2].cells.n4'; did you mean 'n1'?; allowed: n1, n2, n3
            s1: 3, s2: 3        | s1: 0, s2: 0         | regions[2].clusters[1].cells has no cell; allowed: at least one
            cluster: mail       | cluster: web         | the cluster 'web' is given twice; keep one
            instance: small, s  | instance: smal, s    | instance is 'smal'; did you mean 'small'?; allowed: large, small
            zone: n3            | zone: s1             | faults[3].zone is 's1'; did you mean 'n1'?; allowed: n1, n2, n3
            fault: surge        | fault: surgee        | faults[4].fault is 'surgee'; did you mean 'surge'?
            cluster: batch, r   | cluster: bach, r     | faults[4].cluster is 'bach'; did you mean 'batch'?
            peak: 3000/s        | peak: 3000           | peak is '3000'; allowed: a number of requests per second, such as 120/s
            hostStarts: 3m      | hostsStart: 3m       | unknown field 'hostsStart'; did you mean 'hostStarts'?
            """)
    void whatIsWrongIsToldWithItsPlaceAndWhatIsAllowed(String right, String wrong, String told) {
        assertThat(SmallFleet.TEXT).contains(right);

        FleetReader.Reading reading = FleetReader.read("small.yaml", SmallFleet.TEXT.replace(right, wrong));

        assertThat(reading.fleet()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).startsWith("small.yaml:").contains(told));
    }

    @Test
    void everythingThatIsMissingIsToldInOnePass() {
        assertThat(FleetReader.read("x.yaml", "title: nothing else").problems()).extracting(Problem::message)
                .anyMatch(problem -> problem.startsWith("'trough' is missing"))
                .anyMatch(problem -> problem.startsWith("'alarms' is missing"))
                .anyMatch(problem -> problem.startsWith("'before' is missing"))
                .anyMatch(problem -> problem.startsWith("'regions' is missing"));
    }
}

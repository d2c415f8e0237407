package io.gameday.junit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The extension as the generation of JUnit has it that plays this test.
class GenerationTest {

    private static EngineExecutionResults played(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(DiscoverySelectors.selectClass(tests)).execute();
    }

    @Test
    void itIsPlayedByTheGenerationThatTheBuildNames() {
        assertEquals(System.getProperty("gameday.junit"), Test.class.getPackage().getImplementationVersion());
    }

    @Test
    void gameDaysThatComeToWhatIsExpectedAreGreenAndTheirParametersAreThere() {
        EngineExecutionResults results = played(SampleGameDays.class);
        assertEquals(List.of(), results.testEvents().failed().stream().toList());
        assertEquals(2, results.testEvents().succeeded().count());
    }

    @Test
    void gameDaysThatDoNotAreRedBeforeTheirBodyAndSayWhy() {
        Map<String, String> messages = played(SampleRed.class).testEvents().failed().stream().collect(
                Collectors.toMap(event -> event.getTestDescriptor().getDisplayName(), event -> String.valueOf(event
                        .getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow().getMessage())));
        assertEquals(3, messages.size());
        String broken = messages.get("aZoneIsLostWithoutHeadroom()");
        assertTrue(broken.startsWith("broken: az-power-loss-unscaled, expected held. 7 of 10 predictions held"),
                broken);
        assertTrue(broken.contains("\n  broken: availability ≥ 99.9 % for 20 s, wanted ≤ 10 s"), broken);
        assertTrue(broken.contains("\n  run folder: "), broken);
        assertTrue(messages.get("aFileThatIsNotValid()").contains("own-experiment.yaml:1:"), messages::toString);
        assertTrue(messages.get("aNameThatThereIsNot()").contains("did you mean 'az-power-loss'"), messages::toString);
    }
}

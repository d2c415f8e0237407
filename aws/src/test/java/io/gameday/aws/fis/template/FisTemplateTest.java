package io.gameday.aws.fis.template;

import io.gameday.aws.fis.template.FisTarget.Filter;
import io.gameday.aws.fis.template.FisTemplate.Options;
import io.gameday.aws.fis.template.FisTemplate.StopCondition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Limits hold for templates that are made, too.
class FisTemplateTest {

    private static final FisAction WAIT = new FisAction("aws:fis:wait", "", Map.of("duration", "PT1M"), Map.of(),
            List.of());

    private static FisTemplate template(String description, List<StopCondition> stops, Map<String, FisAction> actions) {
        return new FisTemplate(description, "arn:aws:iam::111122223333:role/x", stops, actions, Map.of(), Map.of(),
                null, Options.DEFAULT, null);
    }

    @Test
    void aTemplateOutsideItsLimitsCannotBeMade() {
        List<StopCondition> none = List.of(new StopCondition.None());

        assertThatIllegalArgumentException().isThrownBy(() -> template(" ", none, Map.of("a", WAIT)))
                .withMessage("description is empty; allowed: 1 to 512 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> template("x", List.of(), Map.of("a", WAIT)))
                .withMessage("stopConditions has no entries; allowed: 1 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template("x", Collections.nCopies(6, new StopCondition.None()), Map.of("a", WAIT)))
                .withMessage("stopConditions has 6 entries; allowed: 1 to 5");
        assertThatIllegalArgumentException().isThrownBy(() -> template("x", none, Map.of("a b", WAIT)))
                .withMessage("the name of an action is 'a b'; allowed: 1 to 64 characters without blanks");
    }

    @Test
    void aTargetNamesItsResourcesOrLooksForThem() {
        List<String> arns = List.of("arn:aws:ecs:eu-west-1:111122223333:task/a/b");

        assertThatIllegalArgumentException().isThrownBy(() -> new FisTarget("aws:ecs:task", arns,
                Map.of("cell", "cell-1"), List.of(), new SelectionMode.All(), Map.of()))
                .withMessageContaining("allowed: one way or the other");
        assertThatIllegalArgumentException().isThrownBy(
                () -> new FisTarget("aws:ecs:task", List.of(), Map.of(), List.of(), new SelectionMode.All(), Map.of()))
                .withMessageContaining("describes no resources");
        assertThatIllegalArgumentException().isThrownBy(() -> new Filter("LastStatus", List.of()))
                .withMessage("values has no entries; allowed: at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "COUNT(3)", "PERCENT(25)"})
    void howManyAreHitIsReadAndWrittenAlike(String text) {
        assertThat(SelectionMode.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "COUNT", "COUNT()", "COUNT(0)", "COUNT(-1)", "COUNT( 1 )", "PERCENT(0)",
            "PERCENT(101)", "PERCENT(2.5)", "COUNT(99999999999)"})
    void anythingElseIsNoMode(String text) {
        assertThat(SelectionMode.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 60", "PT12H, 43200", "PT1H30M, 5400", "PT90S, 90", "PT1H0M5S, 3605"})
    void durationsAreThoseOfIso8601(String text, long seconds) {
        assertThat(IsoDuration.parse(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PT", "P1D", "1M", "5m", "pt5m", "PT-5M", "PT1.5S", "PT5M1H", "PT5M "})
    void anythingElseIsNoDuration(String text) {
        assertThat(IsoDuration.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<YOUR REGION>, <YOUR REGION>", "arn:aws:iam::{{ account }}:role/x, {{ account }}", "${Zone}, ${Zone}"})
    void aPlaceholderIsFound(String text, String found) {
        assertThat(Placeholder.in(text)).contains(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"less than 5 < 6 > 2", "{\"a\": {\"b\": 1}}", "$5", "a->b"})
    void otherTextsAreNone(String text) {
        assertThat(Placeholder.in(text)).isEmpty();
    }
}

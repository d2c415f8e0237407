package io.gameday.report.lint;

import io.gameday.yaml.Fields;
import io.gameday.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every rule, by the snippets of `examples.yaml`.
class RulesTest {

    private static final Linter LINTER = new Linter(Lexicon.read(null).lexicon().orElseThrow());

    /// @param pages of the supporting part where the rule fails; it passes with three
    private record Example(String rule, String facts, String at, String as, @Nullable Integer pages, String fails,
            String passes) {
        @Override
        public String toString() {
            return rule + " " + fails.strip().replace('\n', ' ');
        }
    }

    static Stream<Example> examples() throws IOException {
        try (InputStream in = Objects.requireNonNull(RulesTest.class.getResourceAsStream("examples.yaml"))) {
            Problems problems = new Problems("examples.yaml");
            List<Example> read = Fields.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), problems)
                    .orElseThrow().groups("examples").stream()
                    .map(e -> new Example(e.text("rule"), e.optionalText("facts").orElse("hurt"), e.text("at"),
                            e.optionalText("as").orElse(""), e.integer("pages", 1, 99), e.text("fails"),
                            e.text("passes")))
                    .toList();
            assertThat(problems.inOrder()).isEmpty();
            return read.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itSpeaksOfTheOneAndNotOfTheOther(Example example) {
        List<Finding> found = findings(example, example.fails(), example.pages());

        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo(example.at());
            assertThat(finding.severity().letter())
                    .isEqualTo(example.as().isEmpty() ? severity(example) : example.as());
            assertThat(finding.reason()).isNotBlank();
            assertThat(finding.suggestion()).isNotBlank();
        });
        assertThat(findings(example, example.passes(), example.pages() == null ? null : 3)).isEmpty();
    }

    private static List<Finding> findings(Example example, String words, @Nullable Integer pages) {
        return LINTER.lint(Subjects.subject(Subjects.facts(example.facts()), words, pages)).findings().stream()
                .filter(finding -> finding.rule().equals(example.rule())).toList();
    }

    private static String severity(Example example) {
        return Linter.rules().stream().filter(rule -> rule.id().equals(example.rule())).findFirst().orElseThrow()
                .severity().letter();
    }

    @Test
    void everyRuleHasAnExample() throws IOException {
        assertThat(examples().map(Example::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Linter.rules().stream().map(Rule::id).toList());
    }

    @Test
    void noTwoRulesHaveOneId() {
        assertThat(Linter.rules()).extracting(Rule::id).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }
}

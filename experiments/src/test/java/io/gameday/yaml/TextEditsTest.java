package io.gameday.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextEditsTest {

    private static final String TEXT = """
            # at the top
            title: Lose one zone   # what is broken
            hypothesis: >
              The other two zones
              carry the peak.
            system: { cells: 2, zones: [az1, az2, az3] }   # small
            detect:
              expect:
                # first things first
                - { alarm: zone-impact, zone: az1, within: 15s }
                - { silent: zone-impact, zone: az2 }   # or was it
            respond:
              expect: [ { interventions: 0 }, { page: on-call, within: 20s } ]
            traffic:
              rate: '120/s'
              customers:
            """;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
            title;               Lose two zones;  title: Lose one zone ;     title: Lose two zones
            title;               a: b # c;        title: Lose one zone ;     title: "a: b # c"
            title;               ゾーン障害;        title: Lose one zone ;     title: ゾーン障害
            system.cells;        12;              cells: 2,;                 cells: 12,
            detect.expect[1].within; 5s;          within: 15s;               within: 5s
            traffic.rate;        it's;            '120/s';                   'it''s'
            traffic.customers;   40;              customers:;                customers: 40
            system.headroom;     150 %;           az3] };                    az3], headroom: 150 % }
            detect.expect[2].cell; cell-1;        zone: az2 };               zone: az2, cell: cell-1 }
            """)
    void aValueIsChangedAndNothingElse(String path, String value, String before, String after) {
        String changed = TextEdits.set(TEXT, path, Value.text(value)).orElseThrow().in(TEXT);
        assertThat(changed).isEqualTo(TEXT.replace(before.strip(), after.strip()));
        assertThat(TextMap.of(changed).orElseThrow().value(path)).isEqualTo(value);
    }

    @Test
    void aFoldedTextBecomesOneLine() {
        String changed = TextEdits.set(TEXT, "hypothesis", Value.text("All is well.")).orElseThrow().in(TEXT);
        assertThat(changed).contains("hypothesis: All is well.\nsystem:");
    }

    @Test
    void aFieldThatAGroupOfLinesLacksGetsALineOfItsOwn() {
        String changed = TextEdits.set(TEXT, "traffic.seed", Value.text("7")).orElseThrow().in(TEXT);
        assertThat(changed).endsWith("  customers:\n  seed: 7\n");
    }

    @Test
    void anEmptiedValueStaysAnEmptyField() {
        String changed = TextEdits.set(TEXT, "system.cells", Value.text("")).orElseThrow().in(TEXT);
        assertThat(changed).contains("{ cells: , zones:");
        assertThat(TextEdits.set(changed, "system.cells", Value.text("3")).orElseThrow().in(changed))
                .contains("cells: 3");
    }

    @Test
    void zonesKeepTheirCharactersWhenOneIsRenamed() {
        assertThat(TextEdits.set(TEXT, "system.zones", Value.words(List.of("az1", "az9", "az3"))))
                .contains(TextEdit.between(TEXT, TEXT.replace("[az1, az2", "[az1, az9")));
        assertThat(TextEdits.set(TEXT, "system.zones", Value.words(List.of("a", "b"))).orElseThrow().in(TEXT))
                .contains("zones: [a, b] }   # small");
    }

    @Test
    void aLineIsAddedAfterTheLastOfItsListAndTakenOutAgain() {
        String item = "{ silent: zone-impact, zone: az3 }";
        String added = TextEdits.append(TEXT, "detect.expect", Value.read(item).orElseThrow()).orElseThrow().in(TEXT);
        assertThat(added).isEqualTo(TEXT.replace("# or was it\n", "# or was it\n    - " + item + "\n"));
        assertThat(TextEdits.remove(added, "detect.expect[3]").orElseThrow().in(added)).isEqualTo(TEXT);
        String inline = TextEdits.append(TEXT, "respond.expect", Value.read("{ interventions: 1 }").orElseThrow())
                .orElseThrow().in(TEXT);
        assertThat(inline).contains("within: 20s }, { interventions: 1 } ]");
        assertThat(TextEdits.remove(TEXT, "respond.expect[1]").orElseThrow().in(TEXT))
                .contains("expect: [ { page: on-call, within: 20s } ]");
    }

    @Test
    void aListThatIsNotThereIsMade() {
        String added = TextEdits.append("title: x\n", "detect.expect", Value.read("{ a: 1 }").orElseThrow())
                .orElseThrow().in("title: x\n");
        assertThat(TextMap.of(added).orElseThrow().value("detect.expect[1].a")).isEqualTo("1");
        String empty = "detect:\n  expect:\ntitle: x\n";
        assertThat(
                TextEdits.append(empty, "detect.expect", Value.read("{ a: 1 }").orElseThrow()).orElseThrow().in(empty))
                .isEqualTo("detect:\n  expect:\n    - { a: 1 }\ntitle: x\n");
        String other = "detect: {}\n";
        assertThat(TextMap.of(
                TextEdits.append(other, "detect.expect", Value.read("{ a: 1 }").orElseThrow()).orElseThrow().in(other))
                .orElseThrow().value("detect.expect[1].a")).isEqualTo("1");
    }

    @Test
    void aFieldIsTakenOutOfItsGroup() {
        assertThat(TextEdits.remove(TEXT, "detect.expect[1].within").orElseThrow().in(TEXT))
                .contains("{ alarm: zone-impact, zone: az1 }");
        assertThat(TextEdits.remove(TEXT, "detect.expect[1].alarm").orElseThrow().in(TEXT))
                .contains("{ zone: az1, within: 15s }");
        assertThat(TextEdits.remove(TEXT, "traffic.rate").orElseThrow().in(TEXT)).endsWith("traffic:\n  customers:\n");
    }

    @Test
    void textThatIsNoYamlIsLeftAlone() {
        assertThat(TextEdits.set("title: [", "title", Value.text("x"))).isEqualTo(Optional.empty());
        assertThat(TextEdits.append("title: [", "steps", Value.read("x").orElseThrow())).isEmpty();
    }

    @Test
    void everyValueOfTheCatalogKeepsTheRestOfItsFileWhenItIsChanged() throws IOException {
        for (String name : List.of("az-power-loss", "az-power-loss-unscaled", "task-crash")) {
            String text = Files.readString(Path.of("catalog", name + ".yaml"));
            TextMap map = TextMap.of(text).orElseThrow();
            for (String path : map.paths()) {
                if (map.at(path).orElseThrow().kind() == TextMap.Kind.SCALAR) {
                    TextEdit edit = TextEdits.set(text, path, Value.text("changed")).orElseThrow();
                    assertThat(TextMap.of(edit.in(text)).orElseThrow().value(path)).isEqualTo("changed");
                    assertThat(text.substring(edit.start(), edit.end())).isEqualTo(map.value(path));
                }
            }
        }
    }

    @Test
    void anEditBetweenTwoTextsIsTheSmallest() {
        assertThat(TextEdit.between("a b c", "a bb c")).isEqualTo(new TextEdit(3, 3, "b"));
        assertThat(TextEdit.between("same", "same").with()).isEmpty();
    }

    @Test
    void surrogatesDoNotShiftAnything() {
        String text = "title: 💥💥 # boom\nhypothesis: old # note\n";
        assertThat(TextEdits.set(text, "hypothesis", Value.text("new")).orElseThrow().in(text))
                .isEqualTo("title: 💥💥 # boom\nhypothesis: new # note\n");
    }
}

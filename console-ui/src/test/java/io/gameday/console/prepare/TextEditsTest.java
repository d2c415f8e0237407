package io.gameday.console.prepare;

import java.io.IOException;
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
        String changed = TextEdits.set(TEXT, path, value).orElseThrow().in(TEXT);
        assertThat(changed).isEqualTo(TEXT.replace(before.strip(), after.strip()));
        assertThat(TextMap.of(changed).orElseThrow().value(path)).isEqualTo(value);
    }

    @Test
    void aFoldedTextBecomesOneLine() {
        String changed = TextEdits.set(TEXT, "hypothesis", "All is well.").orElseThrow().in(TEXT);
        assertThat(changed).contains("hypothesis: All is well.\nsystem:");
    }

    @Test
    void aFieldThatAGroupOfLinesLacksGetsALineOfItsOwn() {
        String changed = TextEdits.set(TEXT, "traffic.seed", "7").orElseThrow().in(TEXT);
        assertThat(changed).endsWith("  customers:\n  seed: 7\n");
    }

    @Test
    void anEmptiedValueStaysAnEmptyField() {
        String changed = TextEdits.set(TEXT, "system.cells", "").orElseThrow().in(TEXT);
        assertThat(changed).contains("{ cells: , zones:");
        assertThat(TextEdits.set(changed, "system.cells", "3").orElseThrow().in(changed)).contains("cells: 3");
    }

    @Test
    void zonesKeepTheirCharactersWhenOneIsRenamed() {
        assertThat(TextEdits.setWords(TEXT, "system.zones", List.of("az1", "az9", "az3")))
                .contains(TextEdit.between(TEXT, TEXT.replace("[az1, az2", "[az1, az9")));
        assertThat(TextEdits.setWords(TEXT, "system.zones", List.of("a", "b")).orElseThrow().in(TEXT))
                .contains("zones: [a, b] }   # small");
    }

    @Test
    void aLineIsAddedAfterTheLastOfItsListAndTakenOutAgain() {
        String item = "{ silent: zone-impact, zone: az3 }";
        String added = TextEdits.add(TEXT, "detect.expect", item).orElseThrow().in(TEXT);
        assertThat(added).isEqualTo(TEXT.replace("# or was it\n", "# or was it\n    - " + item + "\n"));
        assertThat(TextEdits.remove(added, "detect.expect[3]").orElseThrow().in(added)).isEqualTo(TEXT);
        String inline = TextEdits.add(TEXT, "respond.expect", "{ interventions: 1 }").orElseThrow().in(TEXT);
        assertThat(inline).contains("within: 20s }, { interventions: 1 } ]");
        assertThat(TextEdits.remove(TEXT, "respond.expect[1]").orElseThrow().in(TEXT))
                .contains("expect: [ { page: on-call, within: 20s } ]");
    }

    @Test
    void aListThatIsNotThereIsMade() {
        String added = TextEdits.add("title: x\n", "detect.expect", "{ a: 1 }").orElseThrow().in("title: x\n");
        assertThat(TextMap.of(added).orElseThrow().value("detect.expect[1].a")).isEqualTo("1");
        String empty = "detect:\n  expect:\ntitle: x\n";
        assertThat(TextEdits.add(empty, "detect.expect", "{ a: 1 }").orElseThrow().in(empty))
                .isEqualTo("detect:\n  expect:\n    - { a: 1 }\ntitle: x\n");
        String other = "detect: {}\n";
        assertThat(TextMap.of(TextEdits.add(other, "detect.expect", "{ a: 1 }").orElseThrow().in(other)).orElseThrow()
                .value("detect.expect[1].a")).isEqualTo("1");
    }

    @Test
    void aFieldIsTakenOutOfItsGroup() {
        assertThat(TextEdits.removeField(TEXT, "detect.expect[1].within").orElseThrow().in(TEXT))
                .contains("{ alarm: zone-impact, zone: az1 }");
        assertThat(TextEdits.removeField(TEXT, "detect.expect[1].alarm").orElseThrow().in(TEXT))
                .contains("{ zone: az1, within: 15s }");
        assertThat(TextEdits.removeField(TEXT, "traffic.rate").orElseThrow().in(TEXT))
                .endsWith("traffic:\n  customers:\n");
    }

    @Test
    void textThatIsNoYamlIsLeftAlone() {
        assertThat(TextEdits.set("title: [", "title", "x")).isEqualTo(Optional.empty());
        assertThat(TextEdits.add("title: [", "steps", "x")).isEmpty();
    }

    @Test
    void everyValueOfTheCatalogKeepsTheRestOfItsFileWhenItIsChanged() throws IOException {
        for (String name : List.of("az-power-loss", "az-power-loss-unscaled", "task-crash")) {
            String text = Bench.text(name);
            TextMap map = TextMap.of(text).orElseThrow();
            for (String path : map.paths()) {
                if (map.at(path).orElseThrow().kind() == TextMap.Kind.SCALAR) {
                    TextEdit edit = TextEdits.set(text, path, "changed").orElseThrow();
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
        assertThat(TextEdits.set(text, "hypothesis", "new").orElseThrow().in(text))
                .isEqualTo("title: 💥💥 # boom\nhypothesis: new # note\n");
    }
}

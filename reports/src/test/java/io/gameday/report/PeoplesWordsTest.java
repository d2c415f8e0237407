package io.gameday.report;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.ActionsCsv;
import io.gameday.report.export.CoeJson;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.timeline.Row;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeFileReader.Reading;
import io.gameday.report.words.CoeFileSchema;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What people write in `coe.yaml`, beside the facts of the journal.
class PeoplesWordsTest {

    @TempDir
    Path folder;

    private static CoeDocument document(JournalBuilder journal, String yaml) {
        Reading reading = CoeFileReader.read("coe.yaml", yaml);
        assertThat(reading.problems()).isEmpty();
        RunFacts facts = new RunFacts(journal.entries());
        return CoeDocument.of(facts, Scorecard.of(facts.entries(), true, false), reading.file().orElseThrow(),
                reading.lines(), "ab".repeat(32));
    }

    private static CoeDocument unscaled(String yaml) {
        return document(JournalBuilder.unscaled(), "coe: 1\n" + yaml);
    }

    private String made(JournalBuilder journal, String words, String file) throws IOException {
        JournalBuilder.write(folder, journal.entries(), "");
        Files.writeString(folder.resolve("coe.yaml"), words);
        Reports reports = JournalBuilder.report(folder);
        assertThat(reports.problems()).isEmpty();
        assertThat(reports.unread()).isEmpty();
        return Files.readString(folder.resolve(file));
    }

    static Stream<Arguments> blanks() {
        String hostile = "x\nactions: [ { id: A9 } ]\r\n\u0085\u2028# \" ' {{ coe.id }} {% raw %} \uFEFF\u0000 - : [ }";
        JournalBuilder evil = new JournalBuilder()
                .at(-32, new Event.RunStarted("az: # \n- x", hostile, hostile, TargetKind.LOCAL, 7, hostile,
                        List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3"), 100, 40, 120, hostile, 1))
                .prepared();
        evil.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, JournalBuilder.seconds(40),
                JournalBuilder.seconds(8)));
        return Stream.of(Arguments.of("with impact", JournalBuilder.unscaled()),
                Arguments.of("hardly any impact", JournalBuilder.held()),
                Arguments.of("without a fault", JournalBuilder.withoutFault()),
                Arguments.of("not started", JournalBuilder.notStarted()), Arguments.of("hostile texts", evil));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blanks")
    void theFileThatARunLeavesSaysNothingYet(String name, JournalBuilder journal) throws IOException {
        JournalBuilder.write(folder, journal.entries(), "");
        Reports reports = JournalBuilder.report(folder);

        assertThat(reports.problems()).isEmpty();
        Reading reading = CoeFileReader.read("coe.yaml", Files.readString(folder.resolve("coe.yaml")));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.file()).contains(CoeFile.BLANK);
    }

    @Test
    void theMachinesDraftsAreReadyToBeMadeOnesOwn() throws IOException {
        JournalBuilder.report(JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), ""));
        String uncommented = Files.readString(folder.resolve("coe.yaml")).replaceAll("(?m)^#( +- \\{ id: W-D)", " $1")
                .replaceAll("(?m)^#( +# )", " $1");

        CoeDocument coe = document(JournalBuilder.unscaled(), uncommented);

        assertThat(coe.contradictions()).isEmpty();
        assertThat(coe.whys()).hasSize(4).allSatisfy(why -> {
            assertThat(why.drafts()).isEmpty();
            assertThat(why.tree()).isNotEmpty().allSatisfy(node -> assertThat(node.statement()).isNotEmpty());
        });
    }

    @Test
    void whatPeopleWroteIsNeverOverwrittenAndStandsInEveryFormat() throws IOException {
        String words = "coe: 1\n# my note\nsummary: Nobody could order.\n";
        assertThat(made(JournalBuilder.unscaled(), words, "coe.md")).contains("Nobody could order.")
                .contains("From the journal:").doesNotContain("last of all: what customers saw");

        assertThat(folder.resolve("coe.yaml")).hasContent(words);
        assertThat(folder.resolve("coe.html")).content().contains("<p class=\"people prose\">Nobody could order.</p>");
    }

    @Test
    void wordsThatCannotBeReadCostTheCoeAndNothingElse() throws IOException {
        String earlier = made(JournalBuilder.held(), "coe: 1\nsummary: As it was.\n", "coe.md");
        Files.delete(folder.resolve("scorecard.json"));
        Files.writeString(folder.resolve("coe.yaml"), "coe: 1\nstatus: open\nowners: me\n");

        Reports reports = JournalBuilder.report(folder);

        assertThat(reports.problems()).isEmpty();
        assertThat(reports.unread()).extracting(Object::toString).hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst()).startsWith("coe.yaml:2:9: status is 'open'"));
        assertThat(reports.files()).extracting(file -> file.getFileName().toString()).containsExactly("scorecard.json",
                "junit.xml", "receipt.json");
        assertThat(folder.resolve("coe.md")).hasContent(earlier);
        assertThat(folder.resolve("coe.yaml")).hasContent("coe: 1\nstatus: open\nowners: me\n");
    }

    @Test
    void aFileThatIsNotTextIsAProblemLikeAnyOther() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.notStarted().entries(), "");
        Files.write(folder.resolve("coe.yaml"), new byte[]{'c', (byte) 0xFF, (byte) 0xFE});
        assertThat(JournalBuilder.report(folder).unread()).singleElement().asString()
                .isEqualTo("coe.yaml:1:2: the file holds byte 0xFF, which is no text in UTF-8; save it as UTF-8");
    }

    @Test
    void ofTwoWhoMakeAFileTheSecondOneKeepsWhatIsThere() throws IOException {
        Path file = folder.resolve("coe.yaml");
        assertThat(AtomicFile.create(file, new byte[]{'a'})).isTrue();
        assertThat(AtomicFile.create(file, new byte[]{'b'})).isFalse();
        assertThat(file).hasContent("a");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theTimelineIsOneInOrderOfTime() {
        CoeDocument coe = unscaled("""
                timeline:
                  - { at: 2026-11-19T14:02:30Z, kind: decision, role: responder, text: wait, evidence: [J-24] }
                  - { at: 2026-11-18T09:00:00Z, kind: change, text: headroom cut, recalled: yes }
                  - { at: 2026-11-19T14:02:20Z, kind: hypothesis, role: responder, text: too small, right: yes }
                """);

        List<Row> people = coe.timeline().rows().stream().filter(Row::byPeople).toList();
        assertThat(people).extracting(row -> row.lead() + " " + row.text() + " / " + row.who() + " / " + row.evidence())
                .containsExactly("Change: (18 November 2026) headroom cut (from memory) / people / ",
                        "Hypothesis, right: too small / responder / ",
                        " Health checks are green in az2 & az3 while <orders> fail there / observer / J-77",
                        "Decision: wait / responder / J-24");
        assertThat(coe.timeline().rows()).extracting(Row::at).isSorted();
    }

    @Test
    void aLongSilenceAsksForAnExplanationUntilThereIsOne() {
        JournalBuilder silent = new JournalBuilder().started(TargetKind.LOCAL, 150).prepared();
        silent.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, JournalBuilder.seconds(40),
                JournalBuilder.seconds(8)));
        silent.at(66.5, new Event.RunEnded(0, Verdict.HELD, "All predictions held."));
        assertThat(gaps(document(silent, "coe: 1"))).containsExactly("66.5 s without a word from anybody");
        assertThat(gaps(document(silent, """
                coe: 1
                timeline:
                  - { at: "2026-11-19T14:02:20Z", kind: gap-explanation, text: waited for access }
                """))).containsExactly("waited for access");
        assertThat(gaps(document(silent, """
                coe: 1
                timeline:
                  - { at: "2026-11-19T14:02:06Z", until: "2026-11-19T14:03:00Z", kind: gap-explanation, text: waited }
                """))).containsExactly("waited");
        assertThat(gaps(document(JournalBuilder.held(), "coe: 1"))).as("nobody could speak in a simulation").isEmpty();
    }

    private static List<String> gaps(CoeDocument coe) {
        return coe.timeline().rows().stream().filter(row -> row.kind() == Row.Kind.GAP).map(Row::text).toList();
    }

    @Test
    void durationsThatOnlyPeopleKnowComeFromThemWithBothInstants() {
        CoeDocument coe = unscaled("""
                timeline:
                  - { at: 2026-11-19T14:02:15.3Z, kind: hypothesis, text: network }
                  - { at: 2026-11-19T14:02:25.3Z, kind: hypothesis, text: capacity, right: yes }
                  - { at: 2026-11-19T14:02:35.3Z, kind: mitigation-start, text: scale }
                """);

        assertThat(coe.durations()).extracting(DurationValue::name).containsExactly("detect", "alarmLatency", "engage",
                "diagnose", "mitigationStart", "mitigateFromImpact", "mitigateFromDetection", "recoveredAfterRemoval",
                "recover", "impactTotal");
        assertThat(duration(coe, "diagnose")).isEqualTo("tH − t0 = 20.0 s, impact to first right hypothesis");
        assertThat(duration(coe, "mitigationStart")).isEqualTo("tS − t0 = 30.0 s, impact to mitigation starts");
        assertThat(duration(unscaled(""), "diagnose"))
                .isEqualTo("tH − t0 = not told by people, impact to first right hypothesis");
    }

    @Test
    void theJournalsAcknowledgementCountsBeforeWhatIsTold() {
        String engaged = "timeline: [ { at: 2026-11-19T14:02:15.3Z, kind: engaged, text: here } ]";
        assertThat(duration(unscaled(engaged), "engage")).startsWith("tE − tA = 15.9 s");
        assertThat(duration(document(JournalBuilder.held(), "coe: 1\n" + engaged), "engage"))
                .isEqualTo("tE − tA = 6.9 s, first alarm to engaged, as told");
    }

    private static String duration(CoeDocument coe, String name) {
        return coe.durations().stream().filter(d -> d.name().equals(name))
                .map(d -> d.formula() + " = " + d.words() + ", " + d.from().what() + " to " + d.to().what()).findFirst()
                .orElseThrow();
    }

    @Test
    void anAnsweredQuestionIsPrintedBesideItsFactsAndTheEightAlwaysAre() {
        CoeDocument coe = unscaled("answers: { PRE-2: { text: yes, halving: , actions: [A1] }, DIA-4: { text: a } }");

        assertThat(coe.questions()).hasSize(23);
        assertThat(coe.questions()).filteredOn(CoeDocument.Question::printed).extracting(CoeDocument.Question::id)
                .containsExactly("DET-1", "DET-3", "DIA-1", "DIA-4", "MIT-1", "MIT-3", "MIT-4", "PRE-2", "BLA-1",
                        "BLA-2");
        assertThat(coe.questions()).filteredOn(q -> q.id().equals("DIA-4")).singleElement()
                .satisfies(q -> assertThat(q.facts()).contains("zone-power-loss az1").isNotEqualTo(q.answer()));
    }

    @Test
    void whysAreATreeWithWhatAddressesThemAndTheNextQuestion() {
        CoeDocument.Why impact = unscaled(
                """
                        whys:
                          - { id: W1, under: [impact], kind: trigger, accepts: D1, confidence: confirmed, notAddressed: happens }
                          - { id: W2, under: [impact], kind: condition, statement: too small, confidence: confirmed }
                          - { id: W3, under: [W2], kind: missing-safeguard, statement: no check, evidence: [J-1] }
                          - { id: W4, under: [W2], kind: unknown, statement: why no panel }
                        actions: [ { id: A1, title: Check it, addresses: [W3] } ]
                        """)
                .whys().getFirst();

        assertThat(impact.tree()).extracting(node -> node.depth() + " " + node.id() + " " + node.statement())
                .containsExactly("1 W1 zone az1 lost its power", "1 W2 too small", "2 W3 no check",
                        "2 W4 why no panel");
        assertThat(impact.tree().getFirst().evidence()).isEqualTo(List.of("J-42"));
        assertThat(impact.tree().get(1).confidence()).as("without evidence").isEqualTo(Confidence.HYPOTHESIS);
        assertThat(impact.tree().get(2).addressedBy()).containsExactly("A1");
        assertThat(impact.tree()).extracting(CoeDocument.Node::prompt).containsExactly("", "", "",
                "How could we find out?");
        assertThat(impact.drafts()).extracting(CoeDocument.Draft::id).doesNotContain("D1").contains("D2");
        assertThat(impact.path().of()).isEqualTo(3);
    }

    @Test
    void aWhyUnderNoRootIsNotLost() {
        List<CoeDocument.Why> whys = unscaled("whys: [ { id: W1, under: [W9], statement: adrift } ]").whys();
        assertThat(whys.getLast().root()).isEqualTo("UNDER NO ROOT");
        assertThat(whys.getLast().tree()).extracting(CoeDocument.Node::statement).containsExactly("adrift");
    }

    @Test
    void wordsThatTheJournalContradictsStandAtTheTopWithBothValues() throws IOException {
        String words = """
                coe: 1
                impact:
                  customers: { affected: 12, of: 40 }
                timeline:
                  - { at: 2026-11-19T14:05:00Z, kind: impact-start, text: it began }
                  - { at: 2026-11-19T14:02:08Z, kind: alarm, text: it rang, evidence: [J-9999] }
                whys:
                  - { id: W1, under: [impact], accepts: D99, evidence: [Fig. 9, "https://example.org/J-7"] }
                """;
        CoeDocument coe = document(JournalBuilder.unscaled(), words);

        assertThat(coe.contradictions()).extracting(CoeDocument.Contradiction::text).containsExactly(
                "coe.yaml:3: impact.customers says that 12 of 40 customers (30 %) were affected; measured were 40 of 40 "
                        + "customers (100 %).",
                "coe.yaml:5: timeline[1].at puts the start of impact at 14:05:00.0 UTC; the journal has it at "
                        + "14:02:15.0.",
                "coe.yaml:6: timeline[2].evidence names J-9999; the run has entries 1 to 132.",
                "coe.yaml:8: whys[1].accepts names D99; the run has drafts D1, D2, D3, D4, D5 and D6.",
                "coe.yaml:8: whys[1].evidence names Fig. 9; the run has figures 1 to 3.");
        assertThat(made(JournalBuilder.unscaled(), words, "coe.html"))
                .contains("People’s words and the journal differ:<br/>coe.yaml:3: impact.customers");
        assertThat(
                unscaled("timeline: [ { at: 2026-11-19T14:03:00Z, kind: impact-end, text: over } ]").contradictions())
                .isEmpty();
    }

    @Test
    void aDocumentFilledInByPeopleHasAllTheyWroteInEveryFormat() throws IOException {
        String words = CoeGuideTest.example().replace("2026-01-01 00:0", "2026-11-19 14:0");
        String markdown = made(JournalBuilder.unscaled(), words, "coe.md");
        String html = Files.readString(folder.resolve("coe.html"));

        for (String text : List.of("in review, due because customers were affected", "game day finding",
                "2, would be in production", "platform lead, on-call lead", "place an order at the first try",
                "headroom was cut to 100 % to save cost (from memory)", "Mitigation starts:",
                "keep 150 % of the peak in three zones", "capacity limit, confirmed", "zones do lose their power",
                "one path of 2", "Contributors", "Risks", "health checks were green while customers failed",
                "az-power-loss-unscaled holds", "2026-02-01", "reduce blast radius, roadmap", "OPS-4711",
                "the game day of last spring", "COE-S02", "Hot debrief", "What surprised you?",
                "four alarms came before the page")) {
            assertThat(markdown.replace("\\", "")).contains(text);
            assertThat(html.replace('\u00a0', ' ').replace("&#39;", "'")).contains(text);
        }
        assertThat(folder.resolve("actions.csv")).content().contains("COE-20261119-140133,A1,Hold 150 %");
    }

    @Test
    void theDocumentAsJsonFitsItsSchemaWithAndWithoutWords() throws IOException {
        Schema schema = schema(CoeJson.schema());
        assertThat(Path.of("coe-document.schema.json"))
                .as("make it anew with: ./gameday schema --of coe-document > reports/coe-document.schema.json")
                .hasContent(CoeJson.schema());
        for (String words : List.of("coe: 1\n", CoeGuideTest.example())) {
            JsonNode json = JsonMapper.builder().build()
                    .readTree(CoeJson.write(document(JournalBuilder.unscaled(), words)));
            assertThat(schema.validate(json)).isEmpty();
            assertThat(json.path("version").asInt()).isEqualTo(1);
            assertThat(json.path("scorecard").path("customers").path("hurtEver").asInt()).isEqualTo(40);
        }
        assertThat(schema.validate(JsonMapper.builder().build().readTree("{\"version\": \"one\"}"))).isNotEmpty();
    }

    @Test
    void editorsMarkWhatTheReaderRefuses() throws IOException {
        assertThat(Path.of("coe.schema.json"))
                .as("make it anew with: ./gameday schema --of coe > reports/coe.schema.json")
                .hasContent(CoeFileSchema.json());
        Schema schema = schema(CoeFileSchema.json());
        JournalBuilder.report(JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), ""));
        for (String good : List.of(CoeGuideTest.example(), Files.readString(folder.resolve("coe.yaml")))) {
            assertThat(schema.validate(yaml(good))).isEmpty();
            assertThat(CoeFileReader.read("x", good).problems()).isEmpty();
        }
        for (String bad : List.of("status: open", "owners: me", "impact: { customers: { affected: 5 } }",
                "answers: { DET-9: { text: x } }", "actions: [ { id: A1, due: soon } ]",
                "whys: [ { id: W1, kind: human-error } ]", "timeline: [ { text: no time } ]",
                "lessons: [ { surprise: maybe } ]")) {
            assertThat(schema.validate(yaml("coe: 1\n" + bad))).as(bad).isNotEmpty();
            assertThat(CoeFileReader.read("x", "coe: 1\n" + bad).problems()).as(bad).isNotEmpty();
        }
    }

    private static Schema schema(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
    }

    private static JsonNode yaml(String text) {
        return YAMLMapper.builder().build().readTree(text);
    }

    @Test
    void actionsAsATableRunNoFormulaAndAreGoneWhenThereAreNone() throws IOException {
        String words = """
                coe: 1
                actions:
                  - { id: A1, title: "=cmd|' /C calc'!A0", owner: "+49, 30", doneWhen: "say \\"done\\"", addresses: [W1, DET-3] }
                """;
        CoeFile file = CoeFileReader.read("coe.yaml", words).file().orElseThrow();

        assertThat(ActionsCsv.write("COE-1", file.actions())).isEqualTo(
                "coe,id,title,owner,due,horizon,type,mechanism,priority,addresses,done when,proved by,ticket,status,"
                        + "verified by\r\nCOE-1,A1,'=cmd|' /C calc'!A0,\"'+49, 30\",,,,no,,W1 DET-3,"
                        + "\"say \"\"done\"\"\",,,open,\r\n");
        made(JournalBuilder.held(), words, "actions.csv");
        made(JournalBuilder.held(), "coe: 1\n", "coe.md");
        assertThat(folder.resolve("actions.csv")).doesNotExist();
    }
}

package io.gameday.report.words;

import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.Answer;
import io.gameday.report.words.CoeFile.DataLoss;
import io.gameday.report.words.CoeFile.Header;
import io.gameday.yaml.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoeEditTest {

    private static final String BLOCKS = """
            # COE of the zone that went dark. Ask Ada before you change the summary.
            coe: 1
            title: "A zone: dark"   # for the mail
            status: draft
            owner:          # who drives it?
            reviewers: [ada, ben]   # both read it

            summary: >   # written last
              40 of 40 customers could not order
              for a while.

            impact:
              customers: { affected: 40, of: 40, method: measured }
              couldNot:
                - order anything   # at all
                - 'pay what they''d ordered'
              dataLoss: suspected   # ask Ben

            answers:
              DET-3:
                text: |
                  nothing did:

                    we were told
                # halving is still open
              DIA-1: { text: the log, actions: [A1] }   # short

            # One owner each!
            actions:
              # the first one is the important one
              - id: A1
                title: Scale each cell to 150 %   # of the peak
                owner: capacity lead
                due: 2026-12-01
                type: prevent
                addresses: [DET-3, DIA-1]   # and more?
                # ticket: not yet
              - id: A2   # small
                title: ゾーン障害の警報
                status: open

            # the end
            """;

    private static final String FLOW = """
            coe: 1
            impact: { couldNot: [order], customers: }   # more to come
            reviewers: [
              ada, # lead
              ben  # database
            ]
            actions:
            - { id: A1, title: 'Scale up', addresses: [ ] }   # tight
            # between the two
            - { id: A2, title: "Alarm: \\"p99\\"", owner: ben }
            lessons: []   # none yet
            whys:
            related: # tickets
            """;

    private static final String BARE = "coe: 1\nactions: []\n# nothing yet";

    private static final String WINDOWS = """
            coe: 1
            # from another machine
            title: x   # y
            lessons:
              - text: headroom is a promise   # yes
                outcome: well

            actions:
              - id: A1
                doneWhen: |-
                  the run
                  holds
            """.replace("\n", "\r\n");

    /// As hardly anybody writes it.
    private static final String ODD = """
            ---
            # odd
            coe: 1   # shape
            "title": 'it''s
              on two lines'   # quoted
            reviewers:
            - ada
            -   ben   # far
            summary: |+   # kept
              all of these

              lines


            impact: {
              # in here
              couldNot: [
                order,   # first
              ],
              dataLoss: none
            }
            answers:
                # set in by four
                DET-3:
                    halving: "an
                      alarm"   # on what?
            actions:
            -
              id: A1
              title: dash alone   # yes
            - # a comment first
              id: A2
              doneWhen: >-
                folded
                text
              # its comment

            - {id: A3,
               title: flow on two lines}   # tight
            lessons: [{text: 'a # b', outcome: well}]   # flow
            ...
            """;

    private static final List<String> COMMENTS = files().stream().flatMap(String::lines)
            .filter(line -> line.contains("# ")).map(line -> line.substring(line.lastIndexOf("# "))).toList();

    static List<String> files() {
        return List.of(BLOCKS, FLOW, BARE, WINDOWS, ODD, asShipped());
    }

    /// The file that every run gets, before anybody has written into it.
    private static String asShipped() {
        try {
            String template = Files.readString(Path.of("../coe-templates/coe.yaml"));
            return template.replaceAll("(?s)\\{% for q in .*?\\{% endfor %}\n", """
                      MIT-1:                  # How did they know?
                        text:
                        actions: []
                      DET-3:                  # What would have halved it?
                        text:
                        halving:
                        actions: []
                    """).replaceAll("(?m)^\\{%.*\n", "").replaceAll("\\{\\{.*?}}", "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String done(Edited edited) {
        assertThat(edited).isInstanceOf(Edited.Done.class);
        return ((Edited.Done) edited).text();
    }

    private static String refused(Edited edited) {
        assertThat(edited).isInstanceOf(Edited.Refused.class);
        return ((Edited.Refused) edited).why();
    }

    @Test
    void anActionIsClosedAndEveryCommentStays() {
        String changed = done(CoeEdit.set(BLOCKS, "actions[1]", Value.group("status", "done", "verifiedBy", "run-7")));

        assertThat(changed).isEqualTo(BLOCKS.replace("    # ticket: not yet\n",
                "    # ticket: not yet\n    status: done\n    verifiedBy: run-7\n"));
        assertThat(done(CoeEdit.set(FLOW, "actions[2]", Value.group("status", "done", "verifiedBy", "run-7"))))
                .isEqualTo(FLOW.replace("owner: ben }", "owner: ben, status: done, verifiedBy: run-7 }"));
    }

    @Test
    void aFieldThatIsThereChangesItsCharactersAndNoOthers() {
        assertThat(done(CoeEdit.set(BLOCKS, "impact.dataLoss", Value.text("none"))))
                .isEqualTo(BLOCKS.replace("suspected   # ask Ben", "none   # ask Ben"));
        assertThat(done(CoeEdit.set(BLOCKS, "title", Value.text("Dark: again"))))
                .isEqualTo(BLOCKS.replace("\"A zone: dark\"", "\"Dark: again\""));
        assertThat(done(CoeEdit.set(BLOCKS, "owner", Value.text("Ada")))).contains("owner: Ada          # who drives");
        assertThat(done(CoeEdit.set(BLOCKS, "summary", Value.text("All could order."))))
                .contains("summary: All could order.   # written last\n\nimpact");
        assertThat(done(CoeEdit.set(BLOCKS, "impact.couldNot[2]", Value.text("it's"))))
                .contains("    - 'it''s'\n  dataLoss");
    }

    @Test
    void aTextOfSeveralLinesIsABlockOfLines() {
        String words = "First this.\n\n  - then that: \"x\"  \n日本語 # no comment";
        String changed = done(CoeEdit.set(BLOCKS, "answers.DIA-2.text", Value.text(words)));

        assertThat(changed).contains("      First this.\n\n        - then that: \"x\"  \n      日本語 # no comment\n");
        assertThat(done(CoeEdit.set(BLOCKS, "title", Value.text("one\ntwo"))))
                .contains("title: |-   # for the mail\n  one\n  two\nstatus");
    }

    @Test
    void aFieldThatIsMissingGetsTheGroupsAroundItToo() {
        assertThat(done(CoeEdit.set(BARE, "answers.DET-3.text", Value.text("the canary"))))
                .isEqualTo("coe: 1\nactions: []\nanswers:\n  DET-3: { text: the canary }\n# nothing yet");
        assertThat(done(
                CoeEdit.set(FLOW, "impact.customers", Value.group("affected", "4", "of", "9", "method", "estimated"))))
                .contains("couldNot: [order], customers: { affected: 4, of: 9, method: estimated } }   # more to come");
        assertThat(done(CoeEdit.set(BLOCKS, "answers.DET-3.halving", Value.text("an alarm"))))
                .contains("    # halving is still open\n    halving: an alarm\n  DIA-1");
    }

    @Test
    void anItemIsAddedAsItsNeighboursAreWritten() {
        Value action = Value.group("id", "A3", "title", "Alarm: p99");
        assertThat(done(CoeEdit.append(BLOCKS, "actions", action))).isEqualTo(
                BLOCKS.replace("    status: open\n", "    status: open\n  - id: A3\n    title: \"Alarm: p99\"\n"));
        assertThat(done(CoeEdit.append(FLOW, "actions", action)))
                .isEqualTo(FLOW.replace("owner: ben }\n", "owner: ben }\n- { id: A3, title: \"Alarm: p99\" }\n"));
        assertThat(done(CoeEdit.append(FLOW, "lessons", Value.group("text", "x"))))
                .contains("lessons:   # none yet\n  - { text: x }\nwhys:");
        assertThat(done(CoeEdit.append(FLOW, "whys", Value.group("id", "W1"))))
                .contains("whys:\n  - { id: W1 }\nrelated: # tickets");
        assertThat(done(CoeEdit.append(BARE, "related", Value.text("COE-2026-001"))))
                .contains("related: [COE-2026-001]");
    }

    @Test
    void aTextOfSeveralLinesIsABlockAlsoInAnItemBesideOthersInBraces() {
        assertThat(done(CoeEdit.append(FLOW, "actions", Value.group("id", "A3", "doneWhen", "the run\nholds"))))
                .isEqualTo(FLOW.replace("owner: ben }\n",
                        "owner: ben }\n- id: A3\n  doneWhen: |-\n    the run\n    holds\n"));
    }

    @Test
    void anEmptyFieldIsFilledBesideItsComment() {
        String blank = "coe: 1\nanswers:\n  DET-1:   # who knows?\n  DET-2:\nwhys: # none\n";
        assertThat(done(CoeEdit.set(blank, "answers.DET-1.text", Value.text("us"))))
                .isEqualTo(blank.replace("DET-1:   # who knows?\n", "DET-1:   # who knows?\n    text: us\n"));
        assertThat(done(CoeEdit.set(blank, "answers.DET-2", Value.group("text", "a: b", "halving", "c"))))
                .isEqualTo(blank.replace("DET-2:\n", "DET-2:\n    text: \"a: b\"\n    halving: c\n"));
    }

    @Test
    void aListOfWordsChangesWordByWord() {
        assertThat(done(CoeEdit.set(BLOCKS, "actions[1].addresses", Value.words(List.of("DET-3", "W1", "W2")))))
                .isEqualTo(BLOCKS.replace("[DET-3, DIA-1]   # and", "[DET-3, W1, W2]   # and"));
        assertThat(done(CoeEdit.set(BLOCKS, "actions[1].addresses", Value.words(List.of("DIA-1")))))
                .isEqualTo(BLOCKS.replace("[DET-3, DIA-1]   # and", "[DIA-1]   # and"));
        assertThat(done(CoeEdit.set(BLOCKS, "impact.couldNot", Value.words(List.of("order anything")))))
                .isEqualTo(BLOCKS.replace("    - 'pay what they''d ordered'\n", ""));
    }

    @Test
    void anItemIsTakenOutAndTheCommentsAroundItStay() {
        assertThat(done(CoeEdit.remove(BLOCKS, "actions[2]")))
                .isEqualTo(BLOCKS.replace("  - id: A2   # small\n    title: ゾーン障害の警報\n    status: open\n", ""));
        assertThat(done(CoeEdit.remove(FLOW, "actions[1]")))
                .isEqualTo(FLOW.replace("- { id: A1, title: 'Scale up', addresses: [ ] }   # tight\n", ""));
        assertThat(done(CoeEdit.remove(FLOW, "reviewers[2]"))).contains("ada, # lead", "# database");
        assertThat(done(CoeEdit.remove(BLOCKS, "reviewers[1]"))).contains("reviewers: [ben]   # both read it");
    }

    @Test
    void whatWouldMakeTheFileWrongIsRefusedWithTheReason() {
        assertThat(refused(CoeEdit.set(BLOCKS, "actions[1].status", Value.text("closed"))))
                .startsWith("nothing was changed, as the file would not be right then: coe.yaml:")
                .contains("actions[1].status is 'closed'; allowed: done, dropped, open");
        assertThat(refused(CoeEdit.set(BLOCKS, "actions[3].status", Value.text("done"))))
                .startsWith("nothing was changed: the file has no place for actions[3].status");
        assertThat(refused(CoeEdit.set(BLOCKS, "titel", Value.text("x")))).contains("did you mean 'title'?");
        assertThat(refused(CoeEdit.set("coe: [", "title", Value.text("x")))).contains("not readable as YAML");
        assertThat(refused(CoeEdit.append(BLOCKS, "title", Value.text("x")))).contains("no place for title");
    }

    @Test
    void aFileMayBeRepairedByAnEdit() {
        String wrong = "coe: 1\nimpact: { dataLoss: some } # hm\n";
        Edited edited = CoeEdit.set(wrong, "impact.dataLoss", Value.text("confirmed"));

        assertThat(done(edited)).isEqualTo("coe: 1\nimpact: { dataLoss: confirmed } # hm\n");
        assertThat(((Edited.Done) edited).file().impact().dataLoss()).isEqualTo(DataLoss.CONFIRMED);
    }

    private static final int SEEDS = Integer.getInteger("gameday.test.seeds", 6);
    private static final int MANY = 1_000;

    private static final List<String> WORDS = List.of("plain", "it's", "a: b # c", "yes", "null", "~", "1.0", "- x",
            "{ x", "[a], b", "ゾーン障害を検知する", "💥 boom", "say \"hi\"", "back\\slash", "#tag", "&a", "*a", "!t", "%p", "@x",
            "`x`", "two\nlines", "a\n\n  set in\nb: c # d\n", "| x", "> y", "? z", "tab\there", "a,b", "2026-12-01",
            "a long text that goes on for longer than any line should, as people do write when they are asked what they saw",
            "true", "0x1f", "--- x", "trailing:", "");

    /// For many edits one after the other: the whole model is as before with just that change, and every line that has
    /// nothing to do with it is there, in order, byte for byte.
    @ParameterizedTest
    @MethodSource("files")
    void afterAnyEditsOnlyThoseAreToBeSeen(String start) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random chance = new Random(seed);
            String text = start;
            for (int step = 0; step < 25; step++) {
                text = edited(text, chance, "seed " + seed + ", step " + step);
            }
        }
    }

    private static String edited(String text, Random chance, String where) {
        CoeFile before = CoeFileReader.read("coe.yaml", text).file().orElseThrow();
        String word = WORDS.get(chance.nextInt(WORDS.size()));
        int actions = before.actions().size();
        int number = actions == 0 ? 0 : 1 + chance.nextInt(actions);
        int kind = chance.nextInt(actions == 0 ? 7 : 10);
        return switch (kind) {
            case 0 -> changed(CoeEdit.set(text, "title", Value.text(word)), text, where, "header",
                    lines(before.header().title()),
                    after -> assertThat(after.header()).isEqualTo(titled(before, word)));
            case 1 -> changed(CoeEdit.set(text, "answers.MIT-1.text", Value.text(word)), text, where, "answers",
                    lines(answer(before, "MIT-1").text()), after -> {
                        Map<String, Answer> answers = new LinkedHashMap<>(before.answers());
                        answers.remove("MIT-1");
                        if (!word.isBlank()) {
                            answers.put("MIT-1", new Answer(word.strip(), "", List.of()));
                        }
                        assertThat(after.answers()).isEqualTo(answers);
                    });
            case 2 -> changed(CoeEdit.set(text, "answers.DET-3.halving", Value.text(word)), text, where, "answers",
                    lines(answer(before, "DET-3").halving()),
                    after -> assertThat(answer(after, "DET-3").halving()).isEqualTo(word.strip()));
            case 3 -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                fields.put("id", Value.text("N" + chance.nextInt(1_000_000)));
                fields.put("title", Value.text(word));
                fields.put("addresses", Value.words(List.of("DET-3", "W1")));
                yield changed(CoeEdit.append(text, "actions", new Value.Group(fields)), text, where, "actions", 1,
                        after -> {
                            assertThat(after.actions().subList(0, actions)).isEqualTo(before.actions());
                            assertThat(after.actions().getLast().title()).isEqualTo(word.strip());
                            assertThat(after.actions()).hasSize(actions + 1);
                        });
            }
            case 4 -> {
                String plain = word.isBlank() ? "x" : word;
                yield changed(CoeEdit.append(text, "reviewers", Value.text(plain)), text, where, "header", 1,
                        after -> assertThat(after.header().reviewers()).isEqualTo(
                                Stream.concat(before.header().reviewers().stream(), Stream.of(plain)).toList()));
            }
            case 5 -> changed(CoeEdit.append(text, "impact.couldNot", Value.text("x" + word)), text, where, "impact", 1,
                    after -> assertThat(after.impact().couldNot().getLast()).isEqualTo("x" + word));
            case 6 -> changed(CoeEdit.append(text, "lessons", Value.group("text", "x" + word, "outcome", "lucky")),
                    text, where, "lessons", 1, after -> {
                        assertThat(after.lessons()).hasSize(before.lessons().size() + 1);
                        assertThat(after.lessons().getLast().text()).isEqualTo("x" + word.stripTrailing());
                    });
            case 7 -> changed(CoeEdit.remove(text, "actions[" + number + "]"), text, where, "actions", MANY, after -> {
                List<ActionItem> left = new ArrayList<>(before.actions());
                left.remove(number - 1);
                assertThat(after.actions()).isEqualTo(left);
            });
            case 8 -> changed(
                    CoeEdit.set(text, "actions[" + number + "]", Value.group("status", "done", "verifiedBy", "run-7")),
                    text, where, "actions", 2, after -> {
                        assertThat(after.actions().get(number - 1).status()).isEqualTo(ActionStatus.DONE);
                        assertThat(after.actions().get(number - 1).verifiedBy()).isEqualTo("run-7");
                        assertThat(others(after.actions(), number)).isEqualTo(others(before.actions(), number));
                    });
            default -> changed(CoeEdit.set(text, "actions[" + number + "].doneWhen", Value.text(word)), text, where,
                    "actions", lines(before.actions().get(number - 1).doneWhen()), after -> {
                        assertThat(after.actions().get(number - 1).doneWhen()).isEqualTo(word.strip());
                        assertThat(others(after.actions(), number)).isEqualTo(others(before.actions(), number));
                    });
        };
    }

    private static Answer answer(CoeFile file, String id) {
        return file.answers().getOrDefault(id, new Answer("", "", List.of()));
    }

    private static Header titled(CoeFile file, String word) {
        Header old = file.header();
        return new Header(word.strip(), old.status(), old.trigger(), old.severity(), old.owner(), old.reviewers(),
                old.tags(), old.timeZone(), old.language());
    }

    private static List<ActionItem> others(List<ActionItem> all, int number) {
        List<ActionItem> others = new ArrayList<>(all);
        others.remove(number - 1);
        return others;
    }

    /// How many lines a text may take at most, with that of its key.
    private static int lines(String text) {
        return 2 + (int) text.lines().count();
    }

    /// @param part the only one of the model's that may be another
    /// @param lost how many lines may be gone or another
    private static String changed(Edited edit, String before, String where, String part, int lost,
            Consumer<CoeFile> right) {
        assertThat(edit).as(where + "\n" + before).isInstanceOf(Edited.Done.class);
        Edited.Done done = (Edited.Done) edit;
        String both = where + "\n" + before + "\n→\n" + done.text();
        assertThat(CoeFileReader.read("coe.yaml", done.text()).file()).as(both).contains(done.file());
        assertThat(parts(done.file(), part)).as(both)
                .isEqualTo(parts(CoeFileReader.read("coe.yaml", before).file().orElseThrow(), part));
        try {
            right.accept(done.file());
        } catch (AssertionError wrong) {
            throw new AssertionError(both, wrong);
        }
        if (lost < MANY) {
            assertThat(COMMENTS.stream().filter(before::contains)).as(both).allMatch(done.text()::contains);
        }
        assertThat(lost(before, done.text())).as(both).isLessThanOrEqualTo(lost);
        return done.text();
    }

    private static Map<String, Object> parts(CoeFile file, String without) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("header", file.header());
        parts.put("summary", file.summary());
        parts.put("impact", file.impact());
        parts.put("timeline", file.timeline());
        parts.put("answers", file.answers());
        parts.put("whys", file.whys());
        parts.put("lessons", file.lessons());
        parts.put("actions", file.actions());
        parts.put("related", file.related());
        parts.put("accepted", file.accepted());
        parts.remove(without);
        return parts;
    }

    /// Lines of the one stretch that differs: all before it and all behind it are as they were.
    private static int lost(String before, String after) {
        List<String> was = List.of(before.split("(?<=\n)"));
        List<String> is = List.of(after.split("(?<=\n)"));
        int most = Math.min(was.size(), is.size());
        int same = 0;
        while (same < most && was.get(same).equals(is.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < most - same && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
            tail++;
        }
        return was.size() - same - tail;
    }
}

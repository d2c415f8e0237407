package io.gameday.report.words;

import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.DataLoss;
import io.gameday.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
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

    private static final List<String> COMMENTS = files().stream().flatMap(String::lines)
            .filter(line -> line.contains("# ")).map(line -> line.substring(line.indexOf("# "))).toList();

    static List<String> files() {
        return List.of(BLOCKS, FLOW, BARE, WINDOWS);
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

    private static final List<String> WORDS = List.of("plain", "it's", "a: b # c", "yes", "null", "~", "1.0", "- x",
            "{ x", "[a], b", "ゾーン障害を検知する", "💥 boom", "say \"hi\"", "back\\slash", "#tag", "&a", "*a", "!t", "%p", "@x",
            "`x`", "two\nlines", "a\n\n  set in\nb: c # d\n", "| x", "> y", "? z", "tab\there", "a,b", "2026-12-01",
            "a long text that goes on for longer than any line should, as people do write when they are asked what they saw",
            "true", "0x1f", "--- x", "trailing:", "");

    /// For many edits one after the other: the model has just that change, and every line that has nothing to do with it
    /// is there, in order, byte for byte.
    @ParameterizedTest
    @MethodSource("files")
    void afterAnyEditsOnlyThoseAreToBeSeen(String start) {
        for (int seed = 1; seed <= 8; seed++) {
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
        switch (chance.nextInt(8)) {
            case 0 -> {
                CoeFile after = after(CoeEdit.set(text, "title", Value.text(word)), text, where, 0);
                assertThat(after.header().title()).as(where).isEqualTo(word.strip());
                assertThat(after.actions()).isEqualTo(before.actions());
                return now(CoeEdit.set(text, "title", Value.text(word)));
            }
            case 1 -> {
                Edited edit = CoeEdit.set(text, "answers.MIT-1.text", Value.text(word));
                CoeFile after = after(edit, text, where, 0);
                assertThat(after.answers().get("MIT-1").text()).as(where).isEqualTo(word.strip());
                assertThat(without(after.answers(), "MIT-1")).isEqualTo(without(before.answers(), "MIT-1"));
                return now(edit);
            }
            case 2 -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                fields.put("id", Value.text("N" + chance.nextInt(1_000_000)));
                fields.put("title", Value.text(word));
                fields.put("addresses", Value.words(List.of("DET-3", "W1")));
                Edited edit = CoeEdit.append(text, "actions", new Value.Group(fields));
                CoeFile after = after(edit, text, where, 0);
                assertThat(after.actions().subList(0, actions)).as(where).isEqualTo(before.actions());
                assertThat(after.actions().getLast().title()).as(where).isEqualTo(word.strip());
                return now(edit);
            }
            case 3 -> {
                if (number == 0) {
                    return text;
                }
                Edited edit = CoeEdit.remove(text, "actions[" + number + "]");
                CoeFile after = after(edit, text, where, Integer.MAX_VALUE);
                List<CoeFile.ActionItem> left = new ArrayList<>(before.actions());
                left.remove(number - 1);
                assertThat(after.actions()).as(where).isEqualTo(left);
                return now(edit);
            }
            case 4 -> {
                if (number == 0) {
                    return text;
                }
                Edited edit = CoeEdit.set(text, "actions[" + number + "].status", Value.text("done"));
                CoeFile after = after(edit, text, where, 0);
                assertThat(after.actions().get(number - 1).status()).as(where).isEqualTo(ActionStatus.DONE);
                return now(edit);
            }
            case 5 -> {
                if (number == 0) {
                    return text;
                }
                Edited edit = CoeEdit.set(text, "actions[" + number + "].doneWhen", Value.text(word));
                CoeFile after = after(edit, text, where, 0);
                assertThat(after.actions().get(number - 1).doneWhen()).as(where).isEqualTo(word.strip());
                return now(edit);
            }
            case 6 -> {
                String plain = word.isBlank() ? "x" : word;
                Edited edit = CoeEdit.append(text, "reviewers", Value.text(plain));
                CoeFile after = after(edit, text, where, 0);
                assertThat(after.header().reviewers().getLast()).as(where).isEqualTo(plain);
                return now(edit);
            }
            default -> {
                Edited edit = CoeEdit.append(text, "lessons", Value.group("text", "x" + word, "outcome", "lucky"));
                CoeFile after = after(edit, text, where, 0);
                assertThat(after.lessons()).as(where).hasSize(before.lessons().size() + 1);
                return now(edit);
            }
        }
    }

    private static Map<String, CoeFile.Answer> without(Map<String, CoeFile.Answer> all, String id) {
        Map<String, CoeFile.Answer> others = new LinkedHashMap<>(all);
        others.remove(id);
        return others;
    }

    private static String now(Edited edit) {
        return ((Edited.Done) edit).text();
    }

    /// @param lost how many comments may be gone: those of a removed item
    private static CoeFile after(Edited edit, String before, String where, int lost) {
        assertThat(edit).as(where + "\n" + before).isInstanceOf(Edited.Done.class);
        Edited.Done done = (Edited.Done) edit;
        if (lost == 0) {
            assertThat(COMMENTS.stream().filter(before::contains)).as(where + "\n" + before)
                    .allMatch(done.text()::contains);
        }
        assertThat(unchanged(before, done.text())).as(where + "\n" + before + "\n→\n" + done.text()).isTrue();
        return done.file();
    }

    /// One stretch of lines changed; all before it and all behind it are as they were.
    private static boolean unchanged(String before, String after) {
        List<String> was = before.lines().toList();
        List<String> is = after.lines().toList();
        int same = 0;
        while (same < Math.min(was.size(), is.size()) && was.get(same).equals(is.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(was.size(), is.size()) - same
                && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
            tail++;
        }
        CoeFileReader.Reading reading = CoeFileReader.read("coe.yaml", before);
        // Within the stretch stand at most the lines of one field or one item.
        long fields = reading.lines().byPath().entrySet().stream()
                .filter(path -> !path.getKey().contains(".") && !path.getKey().contains("[")).map(Map.Entry::getValue)
                .distinct().filter(inside(same, was.size() - tail)).count();
        return fields <= 1;
    }

    private static Predicate<Integer> inside(int same, int end) {
        return line -> line > same && line <= end;
    }
}

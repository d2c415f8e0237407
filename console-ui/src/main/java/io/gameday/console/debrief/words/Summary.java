package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.FormViewModel.Entry;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.DataLoss;
import io.gameday.report.words.CoeFile.Status;
import io.gameday.report.words.CoeFile.Trigger;
import java.util.List;

/// What is said of the whole document.
final class Summary {

    private Summary() {
    }

    static List<Entry<CoeFile>> entries(WordsViewModel words) {
        Fields fields = new Fields(words, "summary");
        return List.of(
                fields.field("title", new Allowed.Line(), file -> file.header().title(),
                        _ -> words.suggested().title()),
                fields.field("status", Allowed.oneOf(Status.class), file -> Fields.word(file.header().status())),
                fields.field("trigger", Allowed.oneOrNone(Trigger.class), file -> Fields.word(file.header().trigger())),
                fields.field("owner", new Allowed.Line(), file -> file.header().owner()),
                fields.field("severity", new Allowed.Line(), file -> file.header().severity()),
                fields.field("reviewers", new Allowed.Words(), file -> Fields.several(file.header().reviewers())),
                fields.field("summary", new Allowed.Lines(7), CoeFile::summary),
                fields.field("impact.couldNot", new Allowed.EachLine(2),
                        file -> String.join("\n", file.impact().couldNot())),
                fields.field("impact.notAffected", new Allowed.EachLine(2),
                        file -> String.join("\n", file.impact().notAffected())),
                fields.field("impact.supportCases", new Allowed.Line(), Summary::cases),
                fields.field("impact.dataLoss", losses(), Summary::loss),
                fields.field("noActionsBecause", new Allowed.Lines(2), CoeFile::noActionsBecause));
    }

    private static String cases(CoeFile file) {
        Integer cases = file.impact().supportCases();
        return cases == null ? "" : cases.toString();
    }

    /// That nothing was said is an empty field.
    private static Allowed losses() {
        return new Allowed.Choice(Allowed.words(DataLoss.class).stream()
                .filter(word -> !word.equals(Fields.word(DataLoss.NOT_SAID))).toList(), true);
    }

    private static String loss(CoeFile file) {
        return file.impact().dataLoss() == DataLoss.NOT_SAID ? "" : Fields.word(file.impact().dataLoss());
    }
}

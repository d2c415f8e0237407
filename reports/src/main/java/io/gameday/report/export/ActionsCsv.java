package io.gameday.report.export;

import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFileReader;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The actions of one COE as a table for spreadsheets and trackers.
public final class ActionsCsv {

    private static final List<String> HEAD = List.of("coe", "id", "title", "owner", "due", "horizon", "type",
            "mechanism", "priority", "addresses", "done when", "proved by", "ticket", "status", "verified by");

    private ActionsCsv() {
    }

    /// @param coe id of the document
    public static String write(String coe, List<ActionItem> actions) {
        return CsvTable.of(Stream.concat(Stream.of(HEAD), actions.stream().map(action -> cells(coe, action))).toList());
    }

    private static List<String> cells(String coe, ActionItem action) {
        return List.of(coe, action.id(), action.title(), action.owner(),
                action.due() == null ? "" : action.due().toString(), word(action.horizon()), word(action.type()),
                action.mechanism() ? "yes" : "no", action.priority(), String.join(" ", action.addresses()),
                action.doneWhen(), action.provedBy(), action.ticket(), word(action.status()), action.verifiedBy());
    }

    private static String word(@Nullable Enum<?> word) {
        return word == null ? "" : CoeFileReader.word(word);
    }
}

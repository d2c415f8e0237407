package io.gameday.report.export;

import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFileReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Actions as a table for spreadsheets and trackers, after RFC 4180.
public final class ActionsCsv {

    private static final List<String> HEAD = List.of("coe", "id", "title", "owner", "due", "horizon", "type",
            "mechanism", "priority", "addresses", "done when", "proved by", "ticket", "status", "verified by");

    private ActionsCsv() {
    }

    /// @param coe id of the document
    public static String write(String coe, List<ActionItem> actions) {
        return Stream.concat(Stream.of(HEAD), actions.stream().map(action -> cells(coe, action)))
                .map(cells -> cells.stream().map(ActionsCsv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
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

    /// A spreadsheet takes a cell that begins like a formula for one, and runs it: an apostrophe makes it text.
    private static String cell(String text) {
        String harmless = text.matches("(?s)\\s*[=+\\-@\t\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}

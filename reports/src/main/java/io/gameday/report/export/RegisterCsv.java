package io.gameday.report.export;

import io.gameday.report.actions.Register;
import io.gameday.report.actions.Registered;
import io.gameday.report.words.CoeFileReader;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The register of actions as a table for spreadsheets.
public final class RegisterCsv {

    private static final List<String> HEAD = List.of("run", "id", "title", "owner", "age days", "due", "overdue days",
            "horizon", "type", "addresses", "done when", "proved by", "status", "verified by", "ticket", "recurs in",
            "coe");

    private RegisterCsv() {
    }

    public static String write(Register register) {
        return CsvTable.of(Stream.concat(Stream.of(HEAD), register.actions().stream().map(RegisterCsv::row)).toList());
    }

    private static List<String> row(Registered action) {
        return List.of(action.run(), action.id(), action.title(), action.owner(), shown(action.age()),
                shown(action.due()), action.overdue() == 0 ? "" : String.valueOf(action.overdue()),
                word(action.horizon()), word(action.type()), String.join(" ", action.addresses()), action.doneWhen(),
                action.provedBy(), word(action.status()), action.verifiedBy(), action.ticket(),
                String.join(" ", action.recurrences()), action.coe());
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : CoeFileReader.word(constant);
    }
}

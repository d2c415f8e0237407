package io.gameday.report.actions;

import io.gameday.report.words.CoeFileReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The register for spreadsheets: RFC 4180, in UTF-8. A cell that a spreadsheet would take for a formula gets an
/// apostrophe in front, for anybody may have written it.
public final class RegisterCsv {

    private static final Pattern FORMULA = Pattern
            .compile("(?s)^\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|^[\\t\\r\\n].*");
    private static final List<String> HEAD = List.of("run", "id", "title", "owner", "age days", "due", "overdue days",
            "horizon", "type", "addresses", "done when", "proved by", "status", "verified by", "ticket", "recurs in",
            "coe");

    private RegisterCsv() {
    }

    public static String write(Register register) {
        return Stream.concat(Stream.of(HEAD), register.actions().stream().map(RegisterCsv::row))
                .map(row -> row.stream().map(RegisterCsv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
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

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}

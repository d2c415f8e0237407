package io.gameday.report.lint;

import io.gameday.journal.JournalFormat;
import io.gameday.report.lint.Linting.Let;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the linter said, for programs: as JSON of our own, and as SARIF 2.1.0, which code hosts show beside the file.
public final class LintingJson {

    private static final JsonMapper MAPPER = JournalFormat.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private LintingJson() {
    }

    public static String json(Linting linting) {
        return MAPPER.writeValueAsString(linting) + "\n";
    }

    /// @param file    that was linted, relative to the folder in which the reader of the SARIF stands
    /// @param version of Gameday
    public static String sarif(Linting linting, String file, String version) {
        List<Map<String, Object>> results = new ArrayList<>();
        linting.findings().forEach(finding -> results.add(result(finding, file)));
        for (Let let : linting.accepted()) {
            Map<String, Object> result = result(let.finding(), file);
            result.put("suppressions", List.of(Map.of("kind", "inSource", "justification", let.by().reason())));
            results.add(result);
        }
        Map<String, Object> driver = ordered("name", "gameday lint", "version", version, "rules",
                Linter.rules().stream().map(LintingJson::rule).toList());
        Map<String, Object> run = ordered("tool", Map.of("driver", driver), "results", results);
        return MAPPER.writeValueAsString(ordered("$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version",
                "2.1.0", "runs", List.of(run))) + "\n";
    }

    private static Map<String, Object> rule(Rule rule) {
        return ordered("id", rule.id(), "shortDescription", Map.of("text", rule.says()), "help",
                Map.of("text", rule.mend()), "defaultConfiguration", Map.of("level", level(rule.severity())));
    }

    private static Map<String, Object> result(Finding finding, String file) {
        Map<String, Object> place = ordered("physicalLocation",
                ordered("artifactLocation", Map.of("uri", file), "region", Map.of("startLine", finding.line())),
                "logicalLocations", List.of(Map.of("fullyQualifiedName", finding.place())));
        return ordered("ruleId", finding.rule(), "level", level(finding.severity()), "message",
                Map.of("text", finding.place() + ": " + finding.reason() + ". " + finding.suggestion()), "locations",
                List.of(place));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFORMATION -> "note";
        };
    }

    /// Names and values in turn.
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }
}

package io.gameday.report.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The agenda of the hot debrief, in the words of the paper: both are read from `agenda.html`.
///
/// @param parts  in order of time, each beginning where the one before ends
/// @param survey asked afterwards, without names
public record Agenda(List<Part> parts, List<String> survey) {

    private static final String TEMPLATE = "agenda.md";
    private static final Pattern ROW = Pattern.compile("(\\d{1,3})[^\\d/]+(\\d{1,3}) / (.+?) / (.+)");
    /// In Japanese a question ends as any other sentence does, and no blank follows.
    private static final Pattern AFTER_A_QUESTION = Pattern.compile("(?<=[?？])\\s+|(?<=。)\\s*");

    /// @param from      minute in which it begins, from 0
    /// @param to        minute in which it ends
    /// @param questions of how and what, never of why
    public record Part(int from, int to, String name, List<String> questions) {
    }

    /// @throws TemplateFailure when a team's own agenda has a row that says no minutes, no name or no question
    public static Agenda of(Wording wording) {
        String text = new Templates(wording.files(), UnaryOperator.identity()).yaml(TEMPLATE, Map.of());
        List<Part> parts = new ArrayList<>();
        List<String> survey = new ArrayList<>();
        boolean agenda = true;
        for (String line : text.strip().lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                agenda = false;
            } else if (agenda) {
                parts.add(part(line, parts.isEmpty() ? 0 : parts.getLast().to()));
            } else {
                survey.add(line);
            }
        }
        return new Agenda(List.copyOf(parts), List.copyOf(survey));
    }

    private static Part part(String row, int begins) {
        Matcher cells = ROW.matcher(row);
        if (!cells.matches() || Integer.parseInt(cells.group(1)) != begins
                || Integer.parseInt(cells.group(2)) <= begins) {
            throw new TemplateFailure(
                    "agenda.html has the row '" + row + "'; allowed: minutes, name and questions, such as " + begins
                            + "–" + (begins + 5) + " / What happened / What did you see, and when?");
        }
        return new Part(begins, Integer.parseInt(cells.group(2)), cells.group(3), Arrays
                .stream(AFTER_A_QUESTION.split(cells.group(4))).map(String::strip).filter(q -> !q.isEmpty()).toList());
    }

    /// How long all of it takes.
    public int minutes() {
        return parts.isEmpty() ? 0 : parts.getLast().to();
    }
}

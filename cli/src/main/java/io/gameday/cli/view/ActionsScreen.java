package io.gameday.cli.view;

import io.gameday.journal.view.Style;
import io.gameday.report.actions.Register;
import io.gameday.report.actions.Registered;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFileReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The register of actions by owner, once. The owner with what is most overdue comes first.
public final class ActionsScreen {

    private static final int WIDTH = 80;
    private static final int INDENT = 4;

    private final Register register;

    public ActionsScreen(Register register) {
        this.register = register;
    }

    public List<String> render(Terminal terminal) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.STRONG, Figures.many(register.actions().size(), "action")).add(Style.QUIET,
                "   on " + register.today() + ": " + Figures.count(register.open()) + " open, "
                        + Figures.count(register.overdue()) + " overdue"));
        Map<String, List<Registered>> owners = register.actions().stream()
                .collect(Collectors.groupingBy(Registered::owner, LinkedHashMap::new, Collectors.toList()));
        owners.forEach((owner, actions) -> lines
                .addAll(LiveScreen.titled(owner.isEmpty() ? "nobody yet" : owner, WIDTH, actions(actions))));
        return lines.stream().map(line -> terminal.print(line.cut(WIDTH))).toList();
    }

    private static List<Line> actions(List<Registered> actions) {
        List<Line> lines = new ArrayList<>();
        for (Registered action : actions) {
            boolean late = action.overdue() > 0;
            List<String> title = FinalScreen.wrap(action.id() + "  " + action.title(), WIDTH - INDENT);
            lines.add(Line.of(late ? Style.ALARM : style(action.status()), "  " + symbol(action, late) + " ")
                    .add(Style.STRONG, title.getFirst()));
            title.stream().skip(1).forEach(more -> lines.add(Line.of(Style.STRONG, "    " + more)));
            detail(lines, late ? Style.ALARM : Style.PLAIN,
                    due(action, late) + joined(", ", age(action), word(action.type()), word(action.horizon())));
            detail(lines, Style.QUIET, "in " + action.run());
            detail(lines, Style.QUIET, joined("; ", addresses(action), proof(action)));
            action.recurrences()
                    .forEach(other -> detail(lines, Style.DEGRADED, "recurs: the same is open as " + other));
        }
        return lines;
    }

    private static void detail(List<Line> lines, Style style, String text) {
        if (!text.isEmpty()) {
            FinalScreen.wrap(text, WIDTH - 2 * INDENT).forEach(part -> lines.add(Line.of(style, "        " + part)));
        }
    }

    private static String symbol(Registered action, boolean late) {
        return switch (action.status()) {
            case OPEN -> late ? "×" : "○";
            case DONE -> "✓";
            case DROPPED -> "–";
        };
    }

    private static Style style(ActionStatus status) {
        return switch (status) {
            case OPEN, DROPPED -> Style.PLAIN;
            case DONE -> Style.HEALTHY;
        };
    }

    private static String due(Registered action, boolean late) {
        String when = switch (action.status()) {
            case OPEN -> action.due() == null
                    ? "no due date"
                    : late
                            ? "due " + action.due() + ", overdue by " + Figures.many(action.overdue(), "day")
                            : "due " + action.due();
            case DONE -> "done";
            case DROPPED -> "dropped";
        };
        return when + "; ";
    }

    private static String age(Registered action) {
        Long age = action.age();
        return age == null ? "age not known" : Figures.many(age, "day") + " old";
    }

    private static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : CoeFileReader.word(constant);
    }

    private static String addresses(Registered action) {
        return action.addresses().isEmpty() ? "" : "addresses " + String.join(", ", action.addresses());
    }

    private static String proof(Registered action) {
        if (!action.verifiedBy().isEmpty()) {
            return "verified by " + action.verifiedBy();
        }
        return action.provedBy().isEmpty()
                ? "no experiment proves it"
                : "proved by " + action.provedBy() + (action.open() ? ", not yet" : ", not verified");
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}

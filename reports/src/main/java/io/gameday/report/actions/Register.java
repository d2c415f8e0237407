package io.gameday.report.actions;

import io.gameday.report.words.CoeFile.ActionStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/// Every action of the COEs in one folder, as seen on one day.
///
/// @param today      that ages count to, and after which nothing may be due
/// @param actions    overdue ones first, then by the day they are due, those without one last
/// @param unreadable files that could not be read, with everything that is wrong with them
public record Register(LocalDate today, List<Registered> actions, List<Unreadable> unreadable) {

    public Register {
        actions = List.copyOf(actions);
        unreadable = List.copyOf(unreadable);
    }

    /// @param file     as it was found
    /// @param problems each with its line, where it has one
    public record Unreadable(String file, List<String> problems) {
    }

    public Register only(Predicate<Registered> wanted) {
        return new Register(today, actions.stream().filter(wanted).toList(), unreadable);
    }

    public long open() {
        return actions.stream().filter(action -> action.status() == ActionStatus.OPEN).count();
    }

    public long overdue() {
        return actions.stream().filter(action -> action.overdue() > 0).count();
    }
}

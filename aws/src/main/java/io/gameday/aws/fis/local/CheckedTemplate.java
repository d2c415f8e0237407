package io.gameday.aws.fis.local;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.catalog.CatalogCheck;
import io.gameday.aws.fis.plan.Schedule;
import io.gameday.aws.fis.template.FisTemplate;
import io.gameday.aws.fis.template.FisTemplateReader;
import io.gameday.yaml.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A template after everything that can be said of it without knowing any resource.
///
/// @param template empty when there are problems
/// @param schedule empty when there are problems
/// @param problems that FIS would refuse too; in the order of the file
/// @param notes    what a person should know; in the order of the file
public record CheckedTemplate(Optional<FisTemplate> template, Optional<Schedule> schedule, List<Problem> problems,
        List<Problem> notes) {

    /// @param file how messages name the file
    public static CheckedTemplate read(String file, String text) {
        FisTemplateReader.Reading reading = FisTemplateReader.read(file, text);
        List<Problem> problems = new ArrayList<>(reading.problems());
        List<Problem> notes = new ArrayList<>(reading.notes());
        Optional<Schedule> schedule = reading.template().flatMap(template -> {
            CatalogCheck.Result held = CatalogCheck.check(ActionCatalog.standard(), template, reading.places());
            Schedule.Planned planned = Schedule.of(template, ActionCatalog.standard(), reading.places());
            problems.addAll(held.problems());
            // Both know of a duration that is missing or wrong; it is told once.
            planned.problems().stream()
                    .filter(problem -> held.problems().stream()
                            .noneMatch(same -> same.line() == problem.line() && same.column() == problem.column()))
                    .forEach(problems::add);
            notes.addAll(held.notes());
            notes.addAll(planned.notes());
            return planned.schedule();
        });
        boolean whole = problems.isEmpty();
        return new CheckedTemplate(reading.template().filter(_ -> whole), schedule.filter(_ -> whole),
                inOrder(problems), inOrder(notes));
    }

    private static List<Problem> inOrder(List<Problem> all) {
        return all.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)).toList();
    }
}

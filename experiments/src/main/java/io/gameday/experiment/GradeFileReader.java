package io.gameday.experiment;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import io.gameday.yaml.Units;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the file of `gameday grade` and tells everything that is wrong with it in one pass.
public final class GradeFileReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double MOST = 1e12;
    private static final String ALARM = "{ name: CheckoutErrors, within: 2m, team: payments }";

    private GradeFileReader() {
    }

    /// What reading gave: the file, or at least one problem.
    ///
    /// @param grade empty when there are problems
    public record Reading(Optional<GradeFile> grade, List<Problem> problems) {
    }

    /// @param file how messages name the file
    /// @param text what stands in it
    public static Reading read(String file, String text) {
        Problems problems = new Problems(file);
        GradeFile grade = Fields.read(text, problems).map(GradeFileReader::grade).orElse(null);
        List<Problem> found = problems.inOrder();
        return new Reading(found.isEmpty() ? Optional.ofNullable(grade) : Optional.empty(), found);
    }

    /// An objective as it is given on the command line: a share that customers are to have at least.
    public static Optional<Objective> objective(String text) {
        OptionalDouble percent = Units.percent(text);
        return percent.isPresent() && percent.getAsDouble() <= 100
                ? Optional.of(share(percent.getAsDouble()))
                : Optional.empty();
    }

    /// 99.9 % is 0.999 and not the next number beside it.
    private static Objective share(double percent) {
        return new Objective.AtLeast(BigDecimal.valueOf(percent).movePointLeft(2).doubleValue());
    }

    private static GradeFile grade(Fields file) {
        String title = file.optionalText("title").orElse("");
        String customers = file.optionalText("customers").orElse("");
        Double percent = file.percent("objective", 0, 100);
        Double most = file.decimal("atMost", 0, MOST);
        if (file.has("objective") && file.has("atMost")) {
            file.problem("atMost", "both 'objective' and 'atMost' are given; keep one");
        }
        @Nullable
        Objective objective = percent != null ? share(percent) : most != null ? new Objective.AtMost(most) : null;
        List<Wanted> alarms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields line : file.someGroups("alarms", ALARM)) {
            String name = line.text("name");
            Duration within = line.duration("within", SHORTEST, LONGEST);
            line.require("within");
            if (!names.add(name)) {
                line.problem("name", "the alarm '" + name + "' is given twice; keep one");
            }
            alarms.add(new Wanted(name, within == null ? LONGEST : within, line.optionalText("team").orElse(null)));
            line.noOthers();
        }
        file.noOthers();
        return new GradeFile(title, customers, objective, List.copyOf(alarms));
    }
}

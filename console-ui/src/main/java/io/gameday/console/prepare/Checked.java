package io.gameday.console.prepare;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.yaml.TextMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text and everything that checking it gave.
///
/// @param map   empty when the text is no YAML
/// @param flaws in the order of the text
/// @param reach  empty when the experiment is not valid
/// @param alarms that predictions and pages may name, with what each is about
record Checked(String text, Optional<TextMap> map, Optional<Experiment> experiment, List<Flaw> flaws,
        Optional<PlannedReach> reach, Map<String, Each> alarms) {

    static final Checked NOTHING = new Checked("", Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
            StandardAlarms.places());

    static Checked of(String name, String file, String text) {
        Reading reading = ExperimentReader.read(name, file, text);
        Optional<TextMap> map = TextMap.of(text);
        List<Flaw> flaws = reading.problems().stream().map(problem -> Flaw.of(problem, text, map)).toList();
        return new Checked(text, map, reading.experiment(), flaws, reading.experiment().map(PlannedReach::of),
                reading.alarms());
    }

    /// The first flaw of the field at `path`, or of something inside it.
    Optional<Flaw> flawOf(String path) {
        return flaws.stream().filter(flaw -> flaw.path().equals(path)).findFirst();
    }

    Optional<Flaw> flawWithin(String path) {
        return flaws.stream().filter(flaw -> flaw.path().equals(path) || flaw.path().startsWith(path + ".")
                || flaw.path().startsWith(path + "[")).findFirst();
    }
}

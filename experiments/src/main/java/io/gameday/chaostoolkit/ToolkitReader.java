package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.ToolkitFile.Hypothesis;
import io.gameday.chaostoolkit.ToolkitFile.HypothesisStrategy;
import io.gameday.chaostoolkit.ToolkitFile.RollbackStrategy;
import io.gameday.chaostoolkit.ToolkitFile.Runtime;
import io.gameday.yaml.Node;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads an experiment of Chaos Toolkit, as JSON or YAML, and tells everything that is wrong with it in one pass. What
/// Chaos Toolkit takes in silence, such as a field that it does not know or a `${name}` that nobody has, is noted.
public final class ToolkitReader {

    private static final String HYPOTHESIS = "steady-state-hypothesis";
    private static final List<String> WEIGHTS = List.of("high", "medium", "low", "none");

    private final Part file;
    private final ActivityReader activities;

    private ToolkitReader(Part file) {
        this.file = file;
        List<Part> all = new ArrayList<>();
        file.group(HYPOTHESIS).ifPresent(group -> all.addAll(group.groups("probes")));
        all.addAll(file.groups("method"));
        all.addAll(file.groups("rollbacks"));
        this.activities = new ActivityReader(all);
    }

    /// What reading gave: the experiment, or at least one problem.
    ///
    /// @param file  empty when there are problems
    /// @param notes what has no effect, or probably not the one that is meant
    public record Reading(Optional<ToolkitFile> file, List<Problem> problems, List<Problem> notes) {
    }

    /// @param name    how messages name the file
    /// @param content what stands in it
    public static Reading read(String name, String content) {
        Problems problems = new Problems(name);
        Problems notes = new Problems(name);
        Optional<ToolkitFile> file = Node.foreign(content, problems).flatMap(node -> {
            Optional<ToolkitFile> read = new ToolkitReader(Part.of(node, problems, notes)).file();
            read.ifPresent(whole -> new Placeholders(names(whole), notes).look(node));
            return read;
        });
        return new Reading(file, problems.inOrder(), notes.inOrder());
    }

    private Optional<ToolkitFile> file() {
        String title = file.text("title", "a text");
        String description = file.text("description", "a text");
        file.json("version", "a text");
        List<String> tags = file.texts("tags");
        SettingReader settings = new SettingReader(activities);
        Map<String, Setting> configuration = settings.configuration(file);
        Map<String, Map<String, Setting>> secrets = settings.secrets(file);
        Hypothesis hypothesis = file.group(HYPOTHESIS).map(this::hypothesis).orElse(null);
        if (!file.has("method")) {
            file.missing("method", "a list of activities, which may be empty");
        }
        List<Activity> method = activities("method");
        List<Activity> rollbacks = activities("rollbacks");
        List<Control> controls = ControlReader.all(file, activities);
        Map<String, String> contributions = file.group("contributions").map(ToolkitReader::contributions)
                .orElse(Map.of());
        List<Json> extensions = file.groups("extensions").stream().map(this::extension).toList();
        Runtime runtime = file.group("runtime").map(this::runtime)
                .orElse(new Runtime(HypothesisStrategy.DEFAULT, RollbackStrategy.DEFAULT));
        file.others();
        return file.whole(0, () -> new ToolkitFile(title, description, tags, configuration, secrets, hypothesis, method,
                rollbacks, controls, contributions, extensions, runtime));
    }

    private Hypothesis hypothesis(Part group) {
        String title = group.text("title", "a text");
        List<Activity> probes = group.groups("probes").stream().flatMap(one -> activities.probe(one).stream()).toList();
        List<Control> controls = ControlReader.all(group);
        group.others();
        return new Hypothesis(title, probes, controls);
    }

    private List<Activity> activities(String key) {
        return file.groups(key).stream().flatMap(one -> activities.activity(one).stream()).toList();
    }

    private static Map<String, String> contributions(Part all) {
        Map<String, String> contributions = all.named(key -> all.optional(key, String.join(", ", WEIGHTS)));
        contributions.forEach((key, weight) -> {
            if (!WEIGHTS.contains(weight)) {
                all.note(key, all.name(key) + " is '" + weight + "'; usual: " + String.join(", ", WEIGHTS));
            }
        });
        return contributions;
    }

    private Json extension(Part extension) {
        extension.text("name", "a text");
        Map<String, Json> fields = extension.named(key -> extension.json(key, "any value"));
        return new Json.Group(fields);
    }

    private Runtime runtime(Part runtime) {
        HypothesisStrategy hypothesis = runtime.group("hypothesis")
                .map(group -> strategy(group, HypothesisStrategy.WORDS, HypothesisStrategy.DEFAULT))
                .orElse(HypothesisStrategy.DEFAULT);
        RollbackStrategy rollbacks = runtime.group("rollbacks")
                .map(group -> strategy(group, RollbackStrategy.WORDS, RollbackStrategy.DEFAULT))
                .orElse(RollbackStrategy.DEFAULT);
        runtime.others();
        return new Runtime(hypothesis, rollbacks);
    }

    private static <T> T strategy(Part group, Map<String, T> words, T otherwise) {
        T strategy = group.choice("strategy", words, otherwise);
        group.others();
        return strategy;
    }

    /// Everything that a `${name}` of the file may stand for.
    private static Set<String> names(ToolkitFile file) {
        Set<String> names = new LinkedHashSet<>(file.configuration().keySet());
        file.secrets().values().forEach(scope -> names.addAll(scope.keySet()));
        return names;
    }
}

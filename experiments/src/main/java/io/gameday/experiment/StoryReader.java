package io.gameday.experiment;

import io.gameday.experiment.Story.Row;
import io.gameday.experiment.Story.Side;
import io.gameday.journal.Verdict;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the file of a story and tells everything that is wrong with it in one pass.
public final class StoryReader {

    private static final String ROW = "{ measure: pages, talk: 5 alarms }";
    private static final String SIDE = "{ experiment: NAME, words: what is so on this side }";

    private final Set<String> measures;
    private final Set<String> experiments;

    /// @param measures    that can be compared
    /// @param experiments names of the catalog
    public StoryReader(Set<String> measures, Set<String> experiments) {
        this.measures = measures;
        this.experiments = experiments;
    }

    /// What reading gave: the story, or at least one problem.
    ///
    /// @param story empty when there are problems
    public record Reading(Optional<Story> story, List<Problem> problems) {
    }

    /// @param name of the story
    /// @param file how messages name the file
    /// @param text what stands in it
    public Reading read(String name, String file, String text) {
        Problems problems = new Problems(file);
        Story story = Fields.read(text, problems).map(fields -> story(name, fields)).orElse(null);
        List<Problem> found = problems.inOrder();
        return new Reading(found.isEmpty() ? Optional.ofNullable(story) : Optional.empty(), found);
    }

    private Story story(String name, Fields file) {
        Integer seed = file.integer("seed", 0, Integer.MAX_VALUE);
        Story story = new Story(name, file.text("title"), file.text("source"), file.text("happened"),
                file.text("lesson"), seed == null ? 1 : seed, side(file, "asItWas"), side(file, "withTheFix"),
                rows(file));
        if (!story.asItWas().experiment().isEmpty()
                && story.asItWas().experiment().equals(story.withTheFix().experiment())) {
            file.problem("withTheFix", "withTheFix.experiment is '" + story.withTheFix().experiment()
                    + "', as asItWas.experiment is; allowed: another one");
        }
        file.noOthers();
        return story;
    }

    private Side side(Fields file, String key) {
        Optional<Fields> group = file.group(key, SIDE);
        if (group.isEmpty()) {
            file.require(key);
            return new Side("", "", Verdict.HELD);
        }
        Fields fields = group.get();
        Side side = new Side(fields.oneOf("experiment", experiments), fields.text("words"),
                fields.choice("verdict", Map.of("held", Verdict.HELD, "broken", Verdict.BROKEN), Verdict.HELD));
        fields.noOthers();
        return side;
    }

    private List<Row> rows(Fields file) {
        List<Row> rows = new ArrayList<>();
        for (Fields line : file.someGroups("rows", ROW)) {
            String measure = line.optionalOneOf("measure", measures).orElse(null);
            String acts = line.optionalOneOf("acts", ExpectationReader.AUTOMATION).orElse(null);
            @Nullable
            String talk = line.optionalText("talk").orElse(null);
            if (measure == null == (acts == null)) {
                line.problem("measure", "exactly one of 'measure' and 'acts' is needed");
            }
            rows.add(new Row(measure != null ? measure : String.valueOf(acts), measure == null, talk));
            line.noOthers();
        }
        return List.copyOf(rows);
    }
}

package io.gameday.aws.fis.endpoint;

import io.gameday.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Plays nothing: the test says what the journal would tell.
final class ScriptedStage implements Stage {

    final List<String> stops = new ArrayList<>();
    private Consumer<Entry> journal = _ -> {
    };
    private Consumer<String> ended = _ -> {
    };

    /// The first action is the fault f1, the second a wait of a minute after it; what is called `odd` is not to be had.
    @Override
    public StagePlan plan(String id, ObjectNode template) {
        List<StagePlan.Action> actions = new ArrayList<>();
        template.path("actions").properties().forEach(action -> {
            if (action.getKey().equals("odd")) {
                throw FisError
                        .validation("odd: " + action.getValue().path("actionId").asString() + " has no like here");
            }
            boolean first = actions.isEmpty();
            actions.add(new StagePlan.Action(action.getKey(), first ? Duration.ZERO : Duration.ofMinutes(1),
                    Duration.ofMinutes(1), first ? Set.of("f1") : Set.of(), Set.of(), ""));
        });
        return new StagePlan(id, "title: x", actions, Map.of("tasks",
                List.of(new StagePlan.Resource("aws:ecs:task", "arn:aws:ecs:eu-west-1:000000000000:task/cell-1/1"),
                        new StagePlan.Resource("aws:ecs:task", "arn:aws:ecs:eu-west-1:000000000000:task/cell-1/2"))),
                Set.of(), "");
    }

    @Override
    public void play(StagePlan plan, Consumer<Entry> told, Consumer<String> over) {
        journal = told;
        ended = over;
    }

    @Override
    public void stop(String why) {
        stops.add(why);
    }

    void tell(Entry entry) {
        journal.accept(entry);
    }

    void end(String failure) {
        ended.accept(failure);
    }
}

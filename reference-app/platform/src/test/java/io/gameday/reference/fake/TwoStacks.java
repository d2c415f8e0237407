package io.gameday.reference.fake;

import io.gameday.experiment.Experiment.Routing;
import io.gameday.experiment.Stacks;
import io.gameday.reference.AppConfig;
import java.util.List;

/// An app with a new stack beside the old one.
public final class TwoStacks {

    private TwoStacks() {
    }

    /// The same app with these cells as the new stack, watched.
    public static AppConfig of(AppConfig on, String... newStack) {
        var was = on.mechanisms();
        var mechanisms = new AppConfig.Mechanisms(was.weighAway(), was.routerRetry(), was.rebalancing(), was.logging(),
                was.failOpen(), was.evacuation(), was.scaling(), was.restart(), was.deployment(), was.inventory(),
                was.overload(), was.zoneAffinity(), new Stacks(List.of(newStack), true));
        return new AppConfig(on.cells(), on.zones(), on.headroomPercent(), on.rate(), on.workMillis(), on.shape(),
                Routing.CLUSTER, mechanisms, on.seed(), on.folder());
    }
}

package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A wrong image is pushed as `latest`, and its revision is ordered for a cell or for all of them; the control plane rolls it
/// out, and may find it wrong. Undone as soon as the revision that was found is ordered again: to roll back is the control
/// plane's work, which does it also when it died meanwhile.
final class BadDeployEffect implements Effect {

    private final PlatformSettings settings;
    private final Revisions revisions;
    private final Set<String> deployed = new LinkedHashSet<>();

    BadDeployEffect(PlatformSettings settings, Revisions revisions) {
        this.settings = settings;
        this.revisions = revisions;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        Fault.BadDeploy deploy = (Fault.BadDeploy) fault;
        List<String> cells = deploy.one().map(List::of).orElseGet(settings::cells);
        Optional<String> refusal = cells.stream().map(this::refusal).flatMap(Optional::stream).findFirst();
        if (refusal.isPresent()) {
            then.accept(new Applying.Refused(refusal.get()));
            return;
        }
        Map<String, String> found = new LinkedHashMap<>();
        cells.forEach(cell -> {
            found.put(cell, settings.revision(cell));
            String wrong = revisions.wrongAfter(settings.revision(cell), deploy.defect());
            settings.revision(cell, wrong);
            settings.latest(wrong);
        });
        deployed.addAll(cells);
        then.accept(new Applying.Applied(done -> {
            found.forEach(settings::revision);
            deployed.removeAll(cells);
            // The good image is pushed again, unless another wrong one is still wanted somewhere.
            settings.latest(deployed.isEmpty()
                    ? found.values().iterator().next()
                    : settings.revision(deployed.iterator().next()));
            done.run();
        }));
    }

    private Optional<String> refusal(String cell) {
        if (deployed.contains(cell)) {
            return Optional.of("a wrong revision is wanted in " + cell + " already, " + settings.revision(cell)
                    + "; take that fault away first");
        }
        return settings.controlPlaneDown(cell)
                ? Optional.of("the control plane of " + cell + " is down: nothing can be deployed there")
                : Optional.empty();
    }
}

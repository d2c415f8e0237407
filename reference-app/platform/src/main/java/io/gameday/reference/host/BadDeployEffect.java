package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// A wrong revision becomes the wanted one of a cell; the control plane rolls it out. Undone as soon as the revision that
/// was found is wanted again: to roll back is the control plane's work, which does it also when it died meanwhile.
final class BadDeployEffect implements Effect {

    private final PlatformSettings settings;
    private final Revisions revisions;
    private final Set<String> deployed = new HashSet<>();

    BadDeployEffect(PlatformSettings settings, Revisions revisions) {
        this.settings = settings;
        this.revisions = revisions;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        Fault.BadDeploy deploy = (Fault.BadDeploy) fault;
        String cell = deploy.cell();
        String found = settings.revision(cell);
        if (deployed.contains(cell)) {
            then.accept(new Applying.Refused(
                    "a wrong revision is wanted in " + cell + " already, " + found + "; take that fault away first"));
        } else if (settings.controlPlaneDown(cell)) {
            then.accept(
                    new Applying.Refused("the control plane of " + cell + " is down: nothing can be deployed there"));
        } else {
            deployed.add(cell);
            settings.revision(cell, revisions.wrongAfter(found, deploy.defect()));
            then.accept(new Applying.Applied(done -> {
                settings.revision(cell, found);
                deployed.remove(cell);
                done.run();
            }));
        }
    }
}

package io.gameday.chaostoolkit;

import io.gameday.target.Fidelity;
import java.util.List;

/// What one activity of an experiment would come to.
///
/// @param activity as it is written, with the place where it is asked for
/// @param calls    what it calls, with the values that are known
/// @param fidelity how truly we could do it
/// @param fault    whether it breaks something; so counts every action of which that cannot be told
/// @param endsBy   who ends what it broke; empty when it is no fault
/// @param needs    what the operator has to allow before
public record PlannedActivity(Section section, Activity activity, String calls, Fidelity fidelity, boolean fault,
        String endsBy, List<String> needs) {

    public PlannedActivity {
        needs = List.copyOf(needs);
    }

    /// The part of the file where it stands.
    public enum Section {
        CONFIGURATION, SAFEGUARDS, STEADY_STATE, METHOD, ROLLBACKS
    }

    public boolean supported() {
        return !(fidelity instanceof Fidelity.Unsupported);
    }

    /// Whether the experiment cannot be run without it: an action, or a probe of the steady state
    /// or of a safeguard.
    public boolean essential() {
        return activity.kind() == Activity.Kind.ACTION || section == Section.STEADY_STATE
                || section == Section.SAFEGUARDS;
    }
}

package io.gameday.target;

import io.gameday.observability.Scope;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the system did by itself, and what people did to it.
public interface Automation {

    /// Hands over every action from now on, on the engine's loop.
    void follow(Consumer<Action> listener);

    /// Whether any person could act on this target. Where none can, "no interventions" says nothing of people.
    default boolean peopleCanAct() {
        return true;
    }

    /// Who acted.
    enum Actor {
        /// The system's own automation.
        AUTOMATION,
        /// Somebody who called the control plane, and was neither automation nor a step of the experiment.
        PERSON
    }

    /// @param role  of the person, where they gave one; null for automation
    /// @param name  such as `weigh-away`, `eviction`, `replacement`, `rebalancing`
    /// @param scope what was acted on
    /// @param text  the event as the platform words it
    /// @param at    when it happened, by the platform's clock
    record Action(Actor actor, @Nullable String role, String name, Scope scope, String text, Instant at) {

        /// Of automation, or of somebody who gave no role.
        public Action(Actor actor, String name, Scope scope, String text, Instant at) {
            this(actor, null, name, scope, text, at);
        }
    }
}

package io.gameday.chaostoolkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the controls of an experiment, a steady state or an activity.
final class ControlReader {

    private static final String FREQUENCY = "seconds above 0 to 3600";
    private static final double LONGEST_SECONDS = 3600;

    private ControlReader() {
    }

    /// Of a steady state or an activity.
    static List<Control> all(Part part) {
        return all(part, null);
    }

    /// @param activities read the probes of safeguards, which stand on the experiment itself
    static List<Control> all(Part part, @Nullable ActivityReader activities) {
        return part.groups("controls").stream().flatMap(control -> control(control, activities).stream()).toList();
    }

    private static Optional<Control> control(Part control, @Nullable ActivityReader activities) {
        int before = control.told();
        String name = control.text("name", "a text");
        if (!control.has("provider")) {
            control.missing("provider", "a group with type, module and arguments");
        }
        Optional<Part> provider = control.group("provider");
        String module = provider.map(ControlReader::module).orElse("");
        Json.Group arguments = provider.map(group -> group.free("arguments")).orElse(new Json.Group(Map.of()));
        List<Safeguard> safeguards = activities == null || !module.equals(Safeguard.MODULE)
                ? List.of()
                : provider.flatMap(group -> group.group("arguments")).map(group -> safeguards(group, activities))
                        .orElse(List.of());
        provider.ifPresent(Part::others);
        String scope = control.has("scope")
                ? control.choice("scope", Map.of("before", "before", "after", "after"), "")
                : null;
        boolean automatic = control.truth("automatic", true);
        control.others();
        return control.whole(before,
                () -> new Control(name, module, arguments, scope, automatic, safeguards, control.place()));
    }

    private static List<Safeguard> safeguards(Part arguments, ActivityReader activities) {
        List<Safeguard> safeguards = arguments.groups("probes").stream().flatMap(part -> {
            Json frequency = part.json("frequency", FREQUENCY).orElse(Json.NULL);
            double seconds = frequency.counted().map(Number::doubleValue).orElse(Double.NaN);
            boolean once = frequency instanceof Json.Null;
            if (!once && !(seconds > 0 && seconds <= LONGEST_SECONDS)) {
                part.wrong("frequency", frequency, FREQUENCY);
            }
            boolean background = part.truth("background", false);
            Duration every = once || !(seconds > 0) ? null : Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
            return activities.probe(part).map(probe -> new Safeguard(probe, every, background)).stream();
        }).toList();
        arguments.others();
        return safeguards;
    }

    private static String module(Part provider) {
        provider.text("type", "python");
        if (provider.has("type")) {
            provider.choice("type", Map.of("python", "python"), "");
        }
        provider.texts("secrets");
        return provider.text("module", "a module of Python");
    }
}

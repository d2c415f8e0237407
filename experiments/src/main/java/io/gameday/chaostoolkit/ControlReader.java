package io.gameday.chaostoolkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the controls of an experiment, a steady state or an activity.
final class ControlReader {

    private ControlReader() {
    }

    static List<Control> all(Part part) {
        return part.groups("controls").stream().flatMap(control -> control(control).stream()).toList();
    }

    private static Optional<Control> control(Part control) {
        int before = control.told();
        String name = control.text("name", "a text");
        if (!control.has("provider")) {
            control.missing("provider", "a group with type, module and arguments");
        }
        Optional<Part> provider = control.group("provider");
        String module = provider.map(ControlReader::module).orElse("");
        Json.Group arguments = provider.map(group -> group.free("arguments")).orElse(new Json.Group(Map.of()));
        provider.ifPresent(Part::others);
        String scope = control.has("scope")
                ? control.choice("scope", Map.of("before", "before", "after", "after"), "")
                : null;
        boolean automatic = control.truth("automatic", true);
        control.others();
        return control.whole(before, () -> new Control(name, module, arguments, scope, automatic, control.place()));
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

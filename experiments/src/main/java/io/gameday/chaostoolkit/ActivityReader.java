package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.Activity.Kind;
import io.gameday.chaostoolkit.Activity.Pauses;
import io.gameday.yaml.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads activities, and follows references to those that stand elsewhere in the file.
final class ActivityReader {

    private static final String ACTIVITY = "the name of an activity of this file";

    /// Every activity of the file that has a name; of one name the first.
    private final Map<String, Part> byName = new LinkedHashMap<>();

    ActivityReader(List<Part> all) {
        for (Part activity : all) {
            if (!activity.has("ref")) {
                activity.json("name", "").filter(Json.Text.class::isInstance)
                        .ifPresent(name -> byName.putIfAbsent(name.inWords(), activity));
            }
        }
    }

    /// Of the method or the rollbacks, where a tolerance is not looked at.
    Optional<Activity> activity(Part part) {
        Optional<Activity> read = followed(part, null);
        part.noEffect("tolerance", "only probes of steady-state-hypothesis are held against one");
        part.others();
        return read;
    }

    /// Of the steady state, where each needs a tolerance, also beside a reference.
    Optional<Activity> probe(Part part) {
        int before = part.told();
        Tolerance tolerance = ToleranceReader.read(part, this::deciding).orElse(null);
        Optional<Activity> read = followed(part, tolerance);
        part.others();
        return read.filter(_ -> part.told() == before);
    }

    /// A probe of the configuration.
    Optional<Activity> setting(Part part) {
        Optional<Activity> read = plain(part, null);
        part.others();
        return read;
    }

    private Optional<Activity> deciding(Part part) {
        return plain(part, null);
    }

    private Optional<Activity> followed(Part part, @Nullable Tolerance tolerance) {
        if (!part.has("ref")) {
            return plain(part, tolerance);
        }
        String name = part.text("ref", ACTIVITY);
        Part meant = byName.get(name);
        if (meant == null) {
            Set<String> names = new LinkedHashSet<>(byName.keySet());
            part.problem("ref",
                    part.name("ref") + " is '" + name + "', which no activity of this file is called"
                            + NearestWord.to(name, names).map(word -> "; did you mean '" + word + "'?").orElse("")
                            + "; allowed: " + (names.isEmpty() ? ACTIVITY : String.join(", ", names)));
            return Optional.empty();
        }
        return plain(meant, tolerance).map(activity -> activity.at(part.place()));
    }

    private Optional<Activity> plain(Part part, @Nullable Tolerance tolerance) {
        int before = part.told();
        part.text("type", "action, probe");
        Kind kind = part.has("type")
                ? part.choice("type", Map.of("action", Kind.ACTION, "probe", Kind.PROBE), Kind.ACTION)
                : Kind.ACTION;
        String name = part.text("name", "a text");
        Optional<Provider> provider = provider(part);
        Pauses pauses = part.group("pauses").map(ActivityReader::pauses).orElse(Pauses.NONE);
        boolean background = part.truth("background", false);
        List<Control> controls = ControlReader.all(part);
        List<String> secrets = new ArrayList<>(part.texts("secrets"));
        part.group("provider").ifPresent(group -> secrets.addAll(group.texts("secrets")));
        part.json("configuration", "a list of words");
        part.noEffect("timeout", "only that of the provider is looked at");
        part.noEffect("dry", "Chaos Toolkit compares it with a value that no file can hold");
        return provider.flatMap(called -> part.whole(before, () -> new Activity(kind, name, called, tolerance,
                background, pauses, controls, secrets.stream().distinct().toList(), part.place())));
    }

    private static Optional<Provider> provider(Part part) {
        if (!part.has("provider")) {
            part.missing("provider", "a group with a type of http, process or python");
        }
        return part.group("provider").flatMap(ProviderReader::read);
    }

    private static Pauses pauses(Part pauses) {
        Json before = pause(pauses, "before");
        Json after = pause(pauses, "after");
        pauses.others();
        return new Pauses(before, after);
    }

    private static Json pause(Part pauses, String key) {
        String allowed = "a number of seconds from 0, or exactly one ${name}";
        Json pause = pauses.json(key, allowed).orElse(Json.NULL);
        if (pause instanceof Json.Null) {
            return Json.number(0);
        }
        if (!ProviderReader.seconds(pause)) {
            pauses.wrong(key, pause, allowed);
        }
        return pause;
    }
}

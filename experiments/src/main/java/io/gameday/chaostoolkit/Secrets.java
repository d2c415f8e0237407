package io.gameday.chaostoolkit;

import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The secrets of an experiment with their values. Only who asks for one gets to see it: as a text it shows names alone.
public final class Secrets {

    private final Map<String, Map<String, Json>> scopes;

    private Secrets(Map<String, Map<String, Json>> scopes) {
        this.scopes = scopes;
    }

    /// @param secrets empty when there are problems
    public record Resolved(Optional<Secrets> secrets, List<Problem> problems) {
    }

    /// @param file   how messages name the file
    /// @param scopes settings by scope and name
    public static Resolved of(String file, Map<String, Map<String, Setting>> scopes, Given given) {
        Problems problems = new Problems(file);
        EnvironmentReader environment = new EnvironmentReader(given, problems, new Problems(file),
                "Secrets make reference to an environment key that does not exist: ");
        Map<String, Map<String, Json>> all = new LinkedHashMap<>();
        scopes.forEach((scope, settings) -> settings.forEach((name, setting) -> {
            String path = "secrets." + (scope.isEmpty() ? name : scope + "." + name);
            Optional<Json> value = Optional.ofNullable(given.variables().get(name)).or(() -> switch (setting) {
                case Setting.Inline inline -> Optional.of(inline.value());
                case Setting.Env env -> environment.value(path, env);
                case Setting.Vault vault -> {
                    problems.add(vault.place(), unsupported(path));
                    yield Optional.empty();
                }
                case Setting.Probe probe -> {
                    problems.add(probe.place(), path + " is a probe; allowed: a value or one of the environment");
                    yield Optional.empty();
                }
            });
            value.ifPresent(known -> all.computeIfAbsent(scope, _ -> new LinkedHashMap<>()).put(name, known));
        }));
        List<Problem> wrong = problems.inOrder();
        return new Resolved(wrong.isEmpty() ? Optional.of(new Secrets(all)) : Optional.empty(), wrong);
    }

    static String unsupported(String path) {
        return path
                + " is kept in a vault, which is not supported; give the value as a variable, or by the environment";
    }

    /// All secrets by their names, for [Substitution]; of one name, that of the first scope counts.
    public Map<String, Json> byName() {
        Map<String, Json> all = new LinkedHashMap<>();
        scopes.values().forEach(scope -> scope.forEach(all::putIfAbsent));
        return all;
    }

    /// Those of the scopes that an activity wants.
    public Map<String, Map<String, Json>> of(Collection<String> wanted) {
        Map<String, Map<String, Json>> some = new LinkedHashMap<>();
        wanted.stream().filter(scopes::containsKey).forEach(scope -> some.put(scope, Map.copyOf(scopes.get(scope))));
        return some;
    }

    @Override
    public String toString() {
        return "Secrets" + byName().keySet();
    }
}

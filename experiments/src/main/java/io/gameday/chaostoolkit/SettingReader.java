package io.gameday.chaostoolkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads configuration and secrets.
final class SettingReader {

    private static final String TYPE = "type";
    private static final Set<String> SECRET = Set.of("env", "vault");

    private final ActivityReader activities;

    SettingReader(ActivityReader activities) {
        this.activities = activities;
    }

    Map<String, Setting> configuration(Part file) {
        return file.group("configuration").map(all -> all.named(name -> switch (type(all, name)) {
            case "env" -> all.group(name).flatMap(group -> env(group, true));
            case "probe" -> all.group(name)
                    .flatMap(group -> activities.setting(group).map(probe -> new Setting.Probe(probe, group.place())));
            default -> inline(all, name);
        })).orElse(Map.of());
    }

    /// By scope; what has none stands under an empty one.
    Map<String, Map<String, Setting>> secrets(Part file) {
        Map<String, Map<String, Setting>> secrets = new LinkedHashMap<>();
        file.group("secrets").ifPresent(all -> all.keys().forEach(name -> {
            boolean scope = all.json(name, "").orElse(Json.NULL) instanceof Json.Group
                    && !SECRET.contains(type(all, name));
            if (scope) {
                all.group(name).ifPresent(group -> secrets.put(name, group.named(key -> secret(group, key))));
            } else {
                secret(all, name)
                        .ifPresent(secret -> secrets.computeIfAbsent("", _ -> new LinkedHashMap<>()).put(name, secret));
            }
        }));
        return secrets;
    }

    private static Optional<Setting> secret(Part group, String name) {
        return switch (type(group, name)) {
            case "env" -> group.group(name).flatMap(env -> env(env, false));
            case "vault" -> group.group(name).flatMap(SettingReader::vault);
            default -> inline(group, name);
        };
    }

    private static Optional<Setting> inline(Part group, String name) {
        return group.json(name, "any value").map(value -> new Setting.Inline(value, group.place(name)));
    }

    /// What a group says that it is; empty for everything else.
    private static String type(Part group, String name) {
        return group.json(name, "any value").orElse(Json.NULL) instanceof Json.Group(Map<String, Json> fields)
                && fields.get(TYPE) instanceof Json.Text(String type) ? type : "";
    }

    private static Optional<Setting> env(Part env, boolean configuration) {
        int before = env.told();
        env.json(TYPE, "env");
        String key = env.text("key", "a key of the environment");
        Json otherwise = configuration ? env.json("default", "any value").orElse(null) : null;
        ValueType type = configuration
                ? env.choice("env_var_type", ValueType.WORDS, ValueType.AS_IT_IS)
                : ValueType.AS_IT_IS;
        env.others();
        return env.whole(before,
                () -> new Setting.Env(key, Json.NULL.equals(otherwise) ? null : otherwise, type, env.place()));
    }

    private static Optional<Setting> vault(Part vault) {
        int before = vault.told();
        vault.json(TYPE, "vault");
        String path = vault.optional("path", "a path of the vault").orElse("");
        String key = vault.optional("key", "a key of the path").orElse("");
        if (path.isEmpty() && key.isEmpty()) {
            vault.missing("path", "a path of the vault");
        }
        vault.others();
        return vault.whole(before, () -> new Setting.Vault(path.isEmpty() ? key : path, vault.place()));
    }
}

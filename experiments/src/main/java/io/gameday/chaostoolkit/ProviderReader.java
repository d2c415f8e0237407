package io.gameday.chaostoolkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what an activity calls.
final class ProviderReader {

    private static final Map<String, String> TYPES = Map.of("http", "http", "process", "process", "python", "python");
    private static final String SECONDS = "a number of seconds, or one ${name}";

    private ProviderReader() {
    }

    static Optional<Provider> read(Part provider) {
        int before = provider.told();
        provider.text("type", "http, process, python");
        String type = provider.told() > before ? "" : provider.choice("type", TYPES, "");
        Provider read = switch (type) {
            case "http" -> http(provider);
            case "process" -> process(provider);
            case "python" -> python(provider);
            default -> null;
        };
        if (read == null) {
            return Optional.empty();
        }
        provider.texts("secrets");
        provider.others();
        return provider.whole(before, () -> read);
    }

    private static Provider http(Part provider) {
        String url = provider.text("url", "an address");
        String method = provider.optional("method", "a method of HTTP").orElse("GET").toUpperCase(Locale.ROOT);
        provider.noEffect("expected_status", "Chaos Toolkit does not look at it; write a tolerance");
        return new Provider.Http(url, method, provider.free("headers").fields(),
                provider.json("arguments", "a group of fields").orElse(Json.NULL), timeout(provider, true),
                verify(provider), retries(provider));
    }

    private static Json verify(Part provider) {
        Json verify = provider.json("verify_tls", "true or false").orElse(Json.NULL);
        if (verify instanceof Json.Null) {
            return Json.truth(true);
        }
        if (!(verify instanceof Json.Truth || verify instanceof Json.Text(String text) && Substitution.alone(text))) {
            provider.wrong("verify_tls", verify, "true, false, or one ${name}");
        }
        return verify;
    }

    private static Json retries(Part provider) {
        Json retries = provider.json("max_retries", "a whole number").orElse(Json.NULL);
        if (retries instanceof Json.Null) {
            return Json.number(0);
        }
        if (!(retries instanceof Json.Number(var value, boolean whole) && whole && value.signum() >= 0
                || retries instanceof Json.Text(String text) && Substitution.alone(text))) {
            provider.wrong("max_retries", retries, "a whole number from 0, or one ${name}");
        }
        return retries;
    }

    private static Provider process(Part provider) {
        String path = provider.text("path", "a program");
        if (path.startsWith("~")) {
            provider.problem("path", provider.name("path") + " is '" + path
                    + "', which Chaos Toolkit looks up before it knows what ~ is; allowed: a program of the PATH, or a path without ~");
        }
        Json arguments = provider.json("arguments", "a list").orElse(Json.NULL);
        if (!(arguments instanceof Json.Null || arguments instanceof Json.Text || arguments instanceof Json.Items
                || arguments instanceof Json.Group)) {
            provider.wrong("arguments", arguments, "a list, or a text, which goes through a shell");
        } else if (arguments instanceof Json.Group) {
            provider.note("arguments",
                    provider.name("arguments") + " is a group of fields, which is an old form; write a list");
        }
        return new Provider.Process(path, arguments, timeout(provider, false));
    }

    private static Provider python(Part provider) {
        String module = provider.text("module", "a module of Python");
        String function = provider.text("func", "a function of the module");
        Json.Group arguments = provider.free("arguments");
        for (String key : Set.of("timeout", "configuration")) {
            provider.noEffect(key, "Chaos Toolkit does not look at it in a python provider");
        }
        return new Provider.Python(module, function, arguments);
    }

    @Nullable
    private static Json timeout(Part provider, boolean pair) {
        String allowed = SECONDS + (pair ? ", or a list of two: to connect and to read" : "");
        Json timeout = provider.json("timeout", allowed).orElse(Json.NULL);
        if (timeout instanceof Json.Null) {
            return null;
        }
        boolean two = pair && timeout instanceof Json.Items(List<Json> both) && both.size() == 2
                && both.stream().allMatch(ProviderReader::seconds);
        if (!two && !seconds(timeout)) {
            provider.wrong("timeout", timeout, allowed);
        }
        return timeout;
    }

    /// Whether it is a number of seconds from 0, or stands for one.
    static boolean seconds(Json value) {
        return value instanceof Json.Number(var number, var _) && number.signum() >= 0
                || value instanceof Json.Text(String text) && Substitution.alone(text);
    }
}

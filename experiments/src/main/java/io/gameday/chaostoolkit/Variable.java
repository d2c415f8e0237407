package io.gameday.chaostoolkit;

import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Node;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A value that the operator gives in place of what a file says of its configuration and secrets.
public record Variable(String name, Json value) {

    private static final Pattern WRITTEN = Pattern.compile("([^:=]+)(?::([^=]*))?=(.*)", Pattern.DOTALL);

    /// Reads `KEY=VALUE` or `KEY:TYPE=VALUE`.
    ///
    /// @throws IllegalArgumentException that says what is allowed
    public static Variable of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "variable '" + written + "' has no name and value; allowed: KEY=VALUE or KEY:TYPE=VALUE");
        }
        String name = matcher.group(1);
        String word = Optional.ofNullable(matcher.group(2)).orElse("str");
        ValueType type = ValueType.WORDS.get(word);
        if (type == null) {
            throw new IllegalArgumentException("variable '" + name + "' has the type '" + word + "'"
                    + NearestWord.to(word, ValueType.WORDS.keySet()).map(near -> "; did you mean '" + near + "'?")
                            .orElse("")
                    + "; allowed: " + String.join(", ", ValueType.WORDS.keySet().stream().sorted().toList()));
        }
        // What stands behind the sign may be a secret, so the message does not repeat it.
        Json value = type.of(Json.text(matcher.group(3))).orElseThrow(() -> new IllegalArgumentException(
                "variable '" + name + "' has no value of type '" + word + "'; allowed: " + type.allowed()));
        return new Variable(name, value);
    }

    /// Reads values by their names: JSON, YAML, or lines of KEY=VALUE.
    ///
    /// @param name how messages name the file
    /// @throws IllegalArgumentException that says where it is wrong
    public static Map<String, Json> file(String name, String content) {
        Map<String, Json> values = new LinkedHashMap<>();
        if (name.endsWith(".env")) {
            List<String> lines = content.lines().map(String::strip).toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replaceFirst("^export\\s+", "");
                if (!line.isEmpty() && !line.startsWith("#")) {
                    int sign = line.indexOf('=');
                    if (sign < 1) {
                        throw new IllegalArgumentException(name + ":" + (i + 1) + ": there is no KEY=VALUE");
                    }
                    values.put(line.substring(0, sign).strip(),
                            Json.text(line.substring(sign + 1).strip().replaceAll("^(['\"])(.*)\\1$", "$2")));
                }
            }
            return values;
        }
        Problems problems = new Problems(name);
        Optional<Json> read = Node.foreign(content, problems).map(Json::of);
        if (!(read.orElse(Json.NULL) instanceof Json.Group(Map<String, Json> fields))) {
            throw new IllegalArgumentException(problems.inOrder().stream().findFirst().map(Problem::toString)
                    .orElse(name + ": it holds no names with values"));
        }
        values.putAll(fields);
        return values;
    }
}

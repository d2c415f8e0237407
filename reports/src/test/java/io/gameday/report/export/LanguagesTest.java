package io.gameday.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Templates of one document in several languages print the same.
class LanguagesTest {

    private static final Path TEMPLATES = Path.of("../coe-templates");
    private static final Pattern LOCAL = Pattern.compile("(.+)-[a-z]{2}(\\.(?:html|md|yaml))");
    private static final Pattern TAG = Pattern.compile("\\{([{%])(.*?)[}%]}");

    static Stream<String> others() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> LOCAL.matcher(name).matches())
                    .filter(name -> Files.exists(TEMPLATES.resolve(english(name)))).sorted().toList().stream();
        }
    }

    private static String english(String name) {
        return LOCAL.matcher(name).replaceFirst("$1$2");
    }

    /// What a template prints and asks, but for its own words and their translation.
    private static TreeSet<String> expressions(String name) throws IOException {
        TreeSet<String> all = new TreeSet<>();
        Matcher tag = TAG.matcher(Files.readString(TEMPLATES.resolve(name)));
        while (tag.find()) {
            all.add(tag.group(2).replace("| said", "").replaceAll("join\\('[^']*'\\)", "join").replaceAll("\\s+", " ")
                    .strip());
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("others")
    void aTemplatePrintsTheSameAsTheEnglishOne(String name) throws IOException {
        assertThat(expressions(name)).isNotEmpty().isEqualTo(expressions(english(name)));
    }
}

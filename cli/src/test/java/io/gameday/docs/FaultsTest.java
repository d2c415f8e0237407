package io.gameday.docs;

import io.gameday.experiment.ExperimentReader;
import io.gameday.experiment.FaultField;
import io.gameday.target.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void everyKindHasARowWithItsFields() throws IOException {
        List<String> rows = Files.readString(ROOT.resolve("docs/faults.md")).lines()
                .filter(line -> line.startsWith("| `") && !line.startsWith("| `inject:`")).toList();
        assertThat(rows).hasSameSizeAs(Fault.KINDS);
        for (String kind : Fault.KINDS) {
            String row = rows.stream().filter(line -> line.startsWith("| `" + kind + "` |")).findFirst().orElseThrow();
            Set<String> named = Pattern.compile("`([^`]+)`").matcher(row.split("\\|")[2]).results()
                    .map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
            Set<String> known = FaultField.of(kind).stream().map(FaultField::name).filter(name -> !name.equals("for"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).as(kind).isEqualTo(known);
        }
    }

    @Test
    void everyKindHasAnExperimentInTheCatalog() throws IOException {
        Set<String> injected = new TreeSet<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("experiments/catalog"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                ExperimentReader.read("e", file.toString(), Files.readString(file)).experiment().orElseThrow().steps()
                        .forEach(step -> injected.add(step.fault().kind()));
            }
        }
        assertThat(injected).containsExactlyInAnyOrderElementsOf(Fault.KINDS);
    }
}

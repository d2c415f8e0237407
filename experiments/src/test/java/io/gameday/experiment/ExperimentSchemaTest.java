package io.gameday.experiment;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExperimentSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ExperimentSchema.json());

    static Stream<Path> catalog() throws IOException {
        return ExperimentReaderTest.catalog();
    }

    @Test
    void theShippedSchemaIsTheOneThatTheRecordsGive() throws IOException {
        assertThat(Path.of("experiment.schema.json"))
                .as("make it anew with: ./gameday schema > experiments/experiment.schema.json")
                .hasContent(ExperimentSchema.json());
    }

    @ParameterizedTest
    @MethodSource("catalog")
    void everyExperimentOfTheCatalogFitsTheSchema(Path file) throws IOException {
        assertThat(SCHEMA.validate(yaml(Files.readString(file)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"titel: x", "steps: { at: 1s }", "traffic: { customers: many, rate: 120/s }",
            "system: { mechanisms: { weighAway: maybe } }", "system: { headroom: 150 }",
            "respond: { escalation: [ { page: On Call } ] }", "respond: { escalation: [ { after: 1m } ] }"})
    void whatTheReaderRefusesTheSchemaMarksToo(String mistake) throws IOException {
        String good = Files.readString(Path.of("catalog", "az-power-loss.yaml"));
        String key = mistake.substring(0, mistake.indexOf(':'));
        String bad = good.replaceAll("(?ms)^" + key + ":.*?(?=^\\S|\\z)", "") + "\n" + mistake + "\n";
        assertThat(SCHEMA.validate(yaml(bad))).isNotEmpty();
        assertThat(ExperimentReader.read("x", "x.yaml", bad).problems()).isNotEmpty();
    }

    private static JsonNode yaml(String text) {
        return YAMLMapper.builder().build().readTree(text);
    }
}

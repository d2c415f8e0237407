package io.gameday.console.prepare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What the form offers to add, and what becomes of it in the text.
class OfferTest {

    @TempDir
    private Path folder;
    private Bench bench;
    private PrepareViewModel model;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
        model = bench.model;
    }

    @Test
    void everyAlarmThatMayBeNamedIsOfferedThoseOfTheFileAmongThem() throws IOException {
        model.open(bench.fromCatalog("gray-by-spreading"));
        assertThat(model.form().alarms().get()).containsKeys("zone-latency-impact", "cell-impact", "traffic-drop",
                "customers-hurt", "everybody", "one-zone");
        assertThat(Offer.detect(model.form().alarms().get())).extracting(Offer::words).contains("zone-latency-impact",
                "one-zone", "unaffected customers");
        assertThat(Offer.respond(model.form().alarms().get())).extracting(Offer::words).contains("incidents",
                "interventions", "unaffected customers");
    }

    @Test
    void everythingThatIsOfferedIsValidAlsoWithSeveralSteps() throws IOException {
        for (String name : List.of("gray-by-spreading", "az-power-loss", "drill-down")) {
            model.open(bench.fromCatalog(name));
            model.form().add("steps", "{ inject: task-crash, cell: cell-1, zone: az2, at: 50s }");
            bench.settle();
            var before = model.checked().get().flaws().stream().map(Flaw::says).toList();
            var alarms = model.form().alarms().get();
            Stream.of(Offer.detect(alarms), Offer.respond(alarms), Offer.stops()).flatMap(List::stream)
                    .forEach(model.form()::add);
            bench.settle();
            assertThat(model.checked().get().flaws()).extracting(Flaw::says).containsExactlyElementsOf(before);
        }
    }

    @Test
    void whatOperatorsDoIsAddedAsAStepAndPredictionsSayWhichStepTheyCountFrom() throws IOException {
        model.open(bench.fromCatalog("az-power-loss"));
        FormViewModel form = model.form();
        assertThat(form.stepOffers()).extracting(Offer::words).containsExactly("shift", "scale", "backup", "restore");
        form.stepOffers().forEach(offer -> {
            form.add(offer);
            bench.settle();
        });
        form.add(form.stepOffers().getFirst());
        bench.settle();
        assertThat(model.checked().get().flaws()).isEmpty();
        assertThat(model.checked().get().experiment().orElseThrow().operations())
                .extracting(step -> step.name() + ": " + step.operation().words())
                .containsExactly("shift: zonal shift away from az1", "scale: cell-1 scaled to 4 tasks",
                        "backup: backup of the database of cell-1",
                        "restore: database of cell-1 restored from its backup", "shift-2: zonal shift away from az1");
        assertThat(form.steps().get(1).detail("zone").value().get()).isEqualTo("az1");
    }

    @Test
    void aShareForTheNewStackIsOfferedWhereThereIsOne() throws IOException {
        model.open(bench.fromCatalog("new-stack-off"));
        assertThat(model.form().stepOffers()).extracting(Offer::words).contains("weights");
    }

    @Test
    void aPredictionOfADependencyIsAddedAndCountsFromTheStepThatTakesItAway() throws IOException {
        model.open(bench.fromCatalog("az-power-loss"));
        FormViewModel form = model.form();
        form.add(form.stepOffers().getFirst());
        form.add("steps", "{ name: stall, inject: log-sink-stall, at: 50s, for: 10s }");
        bench.settle();
        List<Offer> offered = Offer.respond(form.alarms().get()).stream()
                .filter(offer -> offer.group().equals("dependency")).toList();
        assertThat(offered).extracting(Offer::words).containsExactly("inventory", "database", "logs");
        form.add(offered.getLast());
        bench.settle();
        assertThat(model.checked().get().flaws()).isEmpty();
        assertThat(model.text().text().get()).contains("{ dependency: logs, within: 5s, of: stall }");
    }
}

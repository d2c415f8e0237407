package io.gameday.experiment;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gameday.experiment.Experiment.App;
import io.gameday.observability.Layout;
import io.gameday.target.OwnSystem;
import io.gameday.target.OwnSystem.Place;
import io.gameday.target.WebAddress;
import io.gameday.yaml.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OwnSystemReaderTest {

    private static final String FILE = """
            title: One zone of the shop is slow
            hypothesis: Nobody notices.
            system:
              app: http
              entry: http://shop.example.com:8080
              zoneHeader: X-Zone
              cells:
                shop:
                  az1: { url: "http://10.0.1.10:8080/shop", health: /healthz, toxiproxy: "http://10.0.1.10:8474", proxy: shop-az1, actuator: "http://10.0.1.10:8081/actuator" }
                  az2: { url: "http://10.0.2.10:8080" }
            traffic: { customers: 20, rate: 40/s, request: "POST /checkout", body: '{"item":"book"}' }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99 %, for: 5s } ]
              blastRadius: { zones: 1 }
            steps: [ { inject: zone-latency, zone: az1, delay: 300ms, at: 5s, for: 40s } ]
            """;

    private static final OwnSystem OWN = new OwnSystem(new WebAddress("shop.example.com", 8080, ""),
            List.of(new Place("shop", "az1", new WebAddress("10.0.1.10", 8080, "/shop"), "/healthz",
                    new WebAddress("10.0.1.10", 8474, ""), "shop-az1", new WebAddress("10.0.1.10", 8081, "/actuator")),
                    new Place("shop", "az2", new WebAddress("10.0.2.10", 8080, ""), "/", null, "", null)),
            new OwnSystem.Request("POST", "/checkout", "{\"item\":\"book\"}"), "x-zone", null);

    private static List<String> problems(String text) {
        return ExperimentReader.read("x", "x.yaml", text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aSystemOfATeamsOwnIsReadWithItsAddresses() {
        assertThat(problems(FILE)).isEmpty();
        var system = ExperimentReader.read("x", "x.yaml", FILE).experiment().orElseThrow().system();
        assertThat(system.app()).isEqualTo(App.HTTP);
        assertThat(system.cellNames()).containsExactly("shop");
        assertThat(system.zones()).containsExactly("az1", "az2");
        assertThat(system.own()).isEqualTo(OWN);
    }

    @Test
    void aZoneHoldsThePlacesThatTheFileNamesAndNoOthers() {
        var places = List.of(place("cart", "az1"), place("search", "az2"), place("search", "az3"));
        assertThat(new OwnSystem(null, places, OWN.request(), null, null).layout()).isEqualTo(new Layout(
                List.of("az1", "az2", "az3"), Map.of("cart", List.of("az1"), "search", List.of("az2", "az3"))));
    }

    private static Place place(String cell, String zone) {
        return new Place(cell, zone, new WebAddress(cell + "-" + zone, 8080, ""), "/", null, "", null);
    }

    @Test
    void theSchemaKnowsIt() {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ExperimentSchema.json());
        assertThat(schema.validate(YAMLMapper.builder().build().readTree(FILE))).isEmpty();
        assertThat(schema.validate(YAMLMapper.builder().build().readTree(FILE.replace("health:", "helth:"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "app: http | app: htp | x.yaml:4:8: system.app is 'htp'; did you mean 'http'?; allowed: http, reference",
            "app: http | app: reference | x.yaml:5:10: system.entry is for app: http; the reference app has a router of its own",
            "app: http | app: reference | traffic.request is for app: http; the customers of the reference app place orders",
            "entry: http://shop.example.com:8080 | entry: https://shop.example.com | system.entry is 'https://shop.example.com'; https is not supported yet, allowed: an address such as http://10.0.1.10:8080",
            "entry: http://shop.example.com:8080 | entry: http://me:secret@shop.example.com | system.entry is an address with a user or password, which would stand in the journal",
            "entry: http://shop.example.com:8080 | entry: http://shop.example.com/x | system.entry is http://shop.example.com:80/x; allowed: without a path",
            "entry: http://shop.example.com:8080 | entry: shop | system.entry is 'shop'; allowed: an address such as http://10.0.1.10:8080",
            "zoneHeader: X-Zone | zones: [az1, az2] | system.zones is for the reference app; with app: http each cell names its zones",
            "zoneHeader: X-Zone | headroom: 150 % | system.headroom is for the reference app, which provisions by it",
            "zoneHeader: X-Zone | mechanisms: { weighAway: on } | system.mechanisms is for the reference app; what your own system does by itself is not ours to switch",
            "zoneHeader: X-Zone | zoneHeader: 'x zone' | system.zoneHeader is 'x zone'; allowed: the name of a header, such as x-zone",
            "shop:\\n | Shop:\\n | system.cells.Shop is no name of a cell; allowed: up to 20 lower-case letters, digits and hyphens, a letter first",
            "url: ~http://10.0.2.10:8080~ | health: /x | 'system.cells.shop.az2.url' is missing",
            "http://10.0.2.10:8080 | http://10.0.1.10:8080 | system.cells.shop.az2.url is that of shop az1 too: a place that shares its address with another cannot be told from it",
            ", proxy: shop-az1 | ~~ | 'system.cells.shop.az1.proxy' is missing; 'toxiproxy' is the address of the API",
            "http://10.0.1.10:8474 | http://[::1]:8474 | system.cells.shop.az1.toxiproxy is http://[::1]:8474; a Toxiproxy cannot be called by a numeric IPv6 address, allowed: its name or IPv4 address",
            "health: /healthz | health: healthz | system.cells.shop.az1.health is 'healthz'; allowed: a path such as /healthz",
            "az2: { | az1b: { urll: x, | x.yaml:10:15: unknown field 'system.cells.shop.az1b.urll'; did you mean 'url'?",
            "POST /checkout | CHECKOUT | traffic.request is 'CHECKOUT'; allowed: GET, HEAD or POST and a path, such as GET /checkout",
            "POST /checkout | GET /checkout | traffic.body is given, but traffic.request is GET /checkout; allowed with POST",
            "zone: az1, delay | zone: az2, delay | x.yaml:15:20: zone-latency on zone az2 cannot be injected: system.cells.shop.az2.toxiproxy is missing",
            "zone-latency, zone: az1, delay: 300ms | task-errors, cell: shop, zone: az2, share: 50 % | task-errors on cell shop zone az2 cannot be injected: system.cells.shop.az2.actuator is missing: misbehaving code is injected by the Chaos Monkey at the actuator",
            "zone-latency, zone: az1, delay: 300ms | zone-power-loss, zone: az1 | zone-power-loss on zone az1 cannot be injected: no address of your own system leads to what this breaks. Possible with app: http: zone-latency, zone-loss"})
    void aMistakeIsToldWithItsPlaceAndWhatIsAllowed(String right, String wrong, String message) {
        String bad = FILE.replace(right.replace('~', '"').replace("\\n", "\n"), wrong.replace("\\n", "\n"));
        assertThat(bad).isNotEqualTo(FILE);
        assertThat(problems(bad).toString()).contains(message);
    }

    private static String twoCells(String more) {
        return FILE.replace("traffic:", "    pay:\n      az1: { url: \"http://10.0.1.11:8080\" }\ntraffic:") + more;
    }

    private static final String UNSEEN = "with system.entry a request that gets no answer tells none, so a %s that is "
            + "gone would look well";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "zone | respond: { expect: [ { metric: availability, zone: az1, atLeast: 99 %, within: 5s } ] }",
            "cell | respond: { expect: [ { metric: p99, cell: shop, atMost: 200ms, within: 5s } ] }",
            "zone | respond: { expect: [ { metric: p99, cell: shop, zone: az1, atMost: 200ms, within: 5s } ] }",
            "cell | respond: { expect: [ { unaffected: customers, cell: shop, within: 5s } ] }",
            "cell | detect: { expect: [ { silent: cell-impact, cell: shop } ] }",
            "cell | detect: { alarms: [ { alarm: a, rule: ALARM(cell-impact:shop) } ] }",
            "zone | detect: { alarms: [ { alarm: a, metric: errors, each: zone, above: 1 %, period: 5s } ] }",
            "cell | detect: { alarms: [ { alarm: a, metric: errors, each: cell, above: 1 %, period: 5s } ] }"})
    void whatCustomersSeeOfOnePlaceIsNotAskedBehindAnEntry(String place, String section) {
        assertThat(problems(twoCells(section)).toString()).contains(UNSEEN.formatted(place));
        assertThat(problems(twoCells(section).replaceFirst("  entry: .*\n", "")).toString())
                .doesNotContain("system.entry");
    }

    @Test
    void noSteadyStateAndNoStopIsOfOneZoneBehindAnEntry() {
        String bad = FILE.replace("{ metric: availability, atLeast", "{ metric: availability, zone: az1, atLeast")
                .replace("  blastRadius:", "  stopWhen: [ { metric: p50, zone: az2, above: 300ms } ]\n  blastRadius:");
        assertThat(problems(bad)).hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("x.yaml:1").contains(UNSEEN.formatted("zone")));
    }

    @Test
    void oneCellBehindAnEntryIsWhereEveryRequestGoesAndCanariesKnowTheirPlace() {
        assertThat(problems(FILE + """
                detect:
                  alarms: [ { alarm: a, metric: errors, observer: canaries, each: zone, above: 1 %, period: 5s } ]
                  expect: [ { silent: cell-impact, cell: shop }, { silent: zone-impact, zone: az2 } ]
                respond: { expect: [ { unaffected: customers, cell: shop, within: 5s } ] }
                """)).isEmpty();
    }

    @Test
    void oneZoneAloneHasNothingToCompareWith() {
        String bad = FILE.replaceAll(".*az2: .*\n", "");
        assertThat(problems(bad))
                .containsExactly("x.yaml:8:5: system.cells has the zones [az1]; allowed: 2 to 6 different ones in all");
    }

    @Test
    void cellsThatAreANumberAreThoseOfTheReferenceApp() {
        String bad = FILE.replaceAll("(?s)  cells:.*?traffic", "  cells: 2\ntraffic");
        assertThat(problems(bad).toString()).contains("system.cells is '2'; allowed: a group of fields");
    }
}

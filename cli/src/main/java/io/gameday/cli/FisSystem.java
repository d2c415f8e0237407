package io.gameday.cli;

import io.gameday.aws.fis.local.FisCompiler;
import io.gameday.aws.fis.local.LocalResources;
import io.gameday.aws.fis.local.Place;
import io.gameday.experiment.Experiment;
import io.gameday.observability.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The system that FIS templates are played on: that of an experiment of ours.
final class FisSystem {

    static final String ACCOUNT = "000000000000";
    static final String USUAL = "az-power-loss";
    static final String REGION = "eu-west-1";

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private FisSystem() {
    }

    /// @param base of the reference app
    /// @throws Refused when it is of another system
    static FisCompiler compiler(Catalog.Found base, String region, Map<String, String> tags, long seed,
            boolean skipUnsupported) {
        Experiment.SystemUnderTest system = base.experiment().system();
        if (system.own() != null) {
            throw new Refused(ExitCodes.USAGE,
                    base.file() + " is of app: http; FIS templates are played on the reference "
                            + "app. Give an experiment of app: reference");
        }
        Layout layout = system.layout();
        List<Place> tasks = new ArrayList<>();
        for (String cell : system.cellNames()) {
            // One task in each zone of a cell, as the app starts.
            layout.zonesOf(cell).forEach(zone -> tasks.add(new Place(cell, zone)));
        }
        return new FisCompiler(new LocalResources(region, ACCOUNT, system.zones(), tasks, tags),
                (ObjectNode) YAML.readTree(base.text()), seed, skipUnsupported);
    }
}

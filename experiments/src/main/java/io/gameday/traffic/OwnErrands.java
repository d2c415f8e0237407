package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.target.OwnSystem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What customers ask of a system of a team's own: through its entry; or where there is none, each at the zones of its
/// cell in turn. Every request has an id of its own in `x-request-id`.
///
/// A request through the entry is of the cell and the zone that the answer's headers name, where they name one that there
/// is. Of any other it is not known, unless there is only one.
record OwnErrands(OrderNames names, OwnServers servers) implements Errands {

    private static final String ID = "x-request-id";

    @Override
    public Errand errand(int customer, int round) {
        OwnSystem system = servers.system();
        List<String> cells = system.cells();
        String id = names.order(customer, round);
        if (system.entry() != null) {
            return new Errand(customer, round, servers.socket(system.entry()), servers.request().with(ID, id),
                    cells.size() == 1 ? cells.getFirst() : null, null);
        }
        String cell = cells.get(customer % cells.size());
        List<OwnSystem.Place> places = system.places().stream().filter(place -> place.cell().equals(cell)).toList();
        // From one customer of a cell to the next the turn begins a zone later, so that every second has all zones.
        OwnSystem.Place place = places.get((customer / cells.size() + round) % places.size());
        return new Errand(customer, round, servers.socket(place.url()), servers.request(place).with(ID, id),
                place.cell(), place.zone());
    }

    @Override
    public List<Measurement> measured(Errand errand, @Nullable HttpAnswer answer, Outcome outcome, Duration latency) {
        OwnSystem system = servers.system();
        String cell = told(answer, system.cellHeader(), system.cells(), errand.cell());
        String zone = told(answer, system.zoneHeader(), system.zones(), errand.zone());
        return List.of(new Measurement(Observer.CUSTOMER, cell, zone, null, names.customer(errand.customer()), outcome,
                latency));
    }

    private static @Nullable String told(@Nullable HttpAnswer answer, @Nullable String header, List<String> known,
            @Nullable String otherwise) {
        String told = answer == null || header == null ? null : answer.headers().get(header);
        return told != null && known.contains(told.strip()) ? told.strip() : otherwise;
    }
}

package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.util.List;

/// Cells against zones, a tile per task.
record Matrix(List<Head> zones, List<Row> cells) {

    static final Matrix EMPTY = new Matrix(List.of(), List.of());

    /// @param percent useful answers that customers got in the last 10 s
    record Head(String name, Scope scope, State state, String percent, String ofTotal, String words) {
    }

    record Row(Head head, List<Spot> spots) {
    }

    /// One cell's part in one zone.
    record Spot(Scope scope, List<Tile> tiles) {
    }

    /// @param names the cells to show
    static Matrix of(Moment moment, List<String> names) {
        var started = moment.view().started();
        if (started == null) {
            return EMPTY;
        }
        List<Head> zones = started.zones().stream().map(zone -> head(moment, new Scope.Zone(zone), zone)).toList();
        List<Row> cells = names.stream()
                .map(cell -> new Row(head(moment, new Scope.Cell(cell), cell), started.zones().stream()
                        .map(zone -> new Spot(new Scope.CellZone(cell, zone), Tile.of(moment, cell, zone))).toList()))
                .toList();
        return new Matrix(zones, cells);
    }

    private static Head head(Moment moment, Scope scope, String name) {
        Tally customers = moment.recent(Standing.series(Observer.CUSTOMER, scope));
        Standing standing = Standing.of(moment, scope);
        String counts = customers.requests() == 0 ? Texts.of("live.observers.none") : Moment.ofTotal(customers);
        boolean saysSo = standing.words().equals(Texts.of("live.state.no-requests"));
        return new Head(name, scope, standing.state(), Words.percent(customers), saysSo ? "" : counts,
                standing.words());
    }
}

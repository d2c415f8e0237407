package io.gameday.report.actions;

import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Horizon;
import io.gameday.target.TargetKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One action of one COE.
///
/// @param run         name of the folder with the `coe.yaml`
/// @param coe         the COE's title; empty where it has none of its own
/// @param target      what its run was played on; null of a COE that is about no run
/// @param opened      when its run ended, or the COE's day; null where neither is known
/// @param age         whole days from then to today; null where that is not known
/// @param overdue     days since it was due; 0 when it is not, or is done with
/// @param recurrences open actions of other COEs with the same title and component, as `RUN/A1`
public record Registered(String run, String coe, @Nullable TargetKind target, String id, String title, String owner,
        @Nullable LocalDate opened, @Nullable Long age, @Nullable LocalDate due, long overdue,
        @Nullable Horizon horizon, @Nullable ActionType type, List<String> addresses, String doneWhen, String provedBy,
        String ticket, ActionStatus status, String verifiedBy, List<String> recurrences) {

    /// How a person names it where several COEs have one of its id.
    public String name() {
        return run + "/" + id;
    }

    public boolean open() {
        return status == ActionStatus.OPEN;
    }
}

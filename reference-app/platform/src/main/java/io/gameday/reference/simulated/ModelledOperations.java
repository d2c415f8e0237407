package io.gameday.reference.simulated;

import io.gameday.reference.control.Shifting;
import io.gameday.reference.host.ZoneLeave;
import io.gameday.target.Operation;
import io.gameday.target.Operations;
import io.gameday.target.Reply;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What operators can do, done by the modelled control plane.
final class ModelledOperations implements Operations {

    private final ModelledControlPlane plane;
    private final ModelledDatabases databases;
    private final ZoneLeave leave;

    ModelledOperations(ModelledControlPlane plane, ModelledDatabases databases, ZoneLeave leave) {
        this.databases = databases;
        this.plane = plane;
        this.leave = leave;
    }

    @Override
    public void begin(Operation operation, @Nullable Duration lasts, Reply<Done> reply) {
        switch (operation) {
            case Operation.Shift(String zone) -> {
                try {
                    reply.ok(new Done(plane.shiftAway(zone, Objects.requireNonNull(lasts))));
                } catch (Shifting.Refused now) {
                    reply.failed(zone + " cannot be shifted away: " + now.getMessage());
                }
            }
            case Operation.Leave(String zone) -> {
                try {
                    reply.ok(new Done(leave.order(zone)));
                } catch (ZoneLeave.Refused now) {
                    reply.failed(zone + " cannot be left: " + now.getMessage());
                }
            }
            case Operation.Weights(int newPercent) -> reply.ok(new Done(plane.weigh(newPercent)));
            case Operation.Scale(String cell, int tasks) -> {
                if (plane.down(cell)) {
                    reply.failed("the control plane of " + cell + " is down");
                } else {
                    plane.scale(cell, tasks);
                    reply.ok(new Done("(service orders-" + cell + ") wants " + tasks + " tasks."));
                }
            }
            case Operation.Backup(String cell) -> databases.backup(cell, reply);
            case Operation.Restore(String cell) -> databases.restore(cell, reply);
            case Operation.Calm _ -> reply.failed("nothing is asked of the app by a control run");
        }
    }

    @Override
    public void takeBack(Operation operation, Reply<Done> reply) {
        switch (operation) {
            case Operation.Shift(String zone) -> reply.ok(new Done(plane.takeBackShift(zone)));
            case Operation.Leave(String zone) -> reply.ok(new Done(leave.takeBack(zone)));
            case Operation.Scale _ -> reply.failed("what was scaled does not stay in force; scale it again");
            case Operation.Weights _ -> reply.failed("weights stay until they are changed; change them again");
            case Operation.Backup _,Operation.Restore _ -> reply.failed(operation.kind() + " cannot be taken back");
            case Operation.Calm _ -> reply.failed("nothing is asked of the app by a control run");
        }
    }
}

package io.gameday.console.audience;

import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.Server;
import io.gameday.observability.Tally;
import io.gameday.target.Fault;
import io.gameday.target.Operation;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import io.gameday.target.Transfer;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// An event of every kind there is, each of its texts marked with where it stands, such as `mark-NoteTaken-role`.
final class Marked {

    private Marked() {
    }

    static List<Event> everyKind() {
        return Arrays.stream(Event.class.getPermittedSubclasses()).map(kind -> (Event) record(kind)).toList();
    }

    private static Object record(Class<?> kind) {
        RecordComponent[] parts = kind.getRecordComponents();
        try {
            var constructor = kind.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(parts).map(part -> value(kind, part)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Marked cannot make " + kind, e);
        }
    }

    private static Object value(Class<?> kind, RecordComponent part) {
        Class<?> type = part.getType();
        String mark = "mark-" + kind.getSimpleName() + "-" + part.getName();
        if (type == String.class) {
            return mark;
        } else if (type == int.class) {
            return 7;
        } else if (type == long.class) {
            return 7L;
        } else if (type == double.class || type == Double.class) {
            return 0.7;
        } else if (type == boolean.class) {
            return true;
        } else if (type == Duration.class) {
            return Duration.ofSeconds(7);
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-21T12:00:00Z");
        } else if (type.isEnum()) {
            return type == TargetKind.class ? TargetKind.LOCAL : type.getEnumConstants()[0];
        } else if (type == Scope.class) {
            return new Scope.Zone("az1");
        } else if (type == Fault.class) {
            return new Fault.ZonePowerLoss(mark);
        } else if (type == Operation.class) {
            return new Operation.Shift(mark);
        } else if (type == Transfer.class) {
            return new Transfer(7, 7, Duration.ofSeconds(7));
        } else if (type == Server.class) {
            return new Server(mark, mark, mark);
        } else if (type == Map.class) {
            return part.getName().equals("series") ? Map.of(mark, Tally.NONE) : Map.of(mark, List.of(mark));
        } else if (type == List.class) {
            String of = part.getGenericType().getTypeName();
            return of.contains("Task")
                    ? List.of(new Task(mark, mark, mark, Task.State.HEALTHY, mark, 1))
                    : of.contains("Server") ? List.of(new Server(mark, mark, mark)) : List.of(mark);
        }
        if (type.isRecord()) {
            return record(type);
        } else if (type.isSealed()) {
            return record(type.getPermittedSubclasses()[0]);
        }
        throw new AssertionError("no marked value for " + type + " of " + kind + "; add one");
    }
}

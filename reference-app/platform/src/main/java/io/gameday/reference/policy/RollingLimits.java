package io.gameday.reference.policy;

/// How few and how many tasks a service may have while it is deployed to, by ECS's formulas (developer guide, "Deploy by
/// replacing tasks").
///
/// @param desired tasks; 0 or more
/// @param minimum minimumHealthyPercent, 0 to 100; counts healthy tasks
/// @param maximum maximumPercent, 100 to 200; counts tasks that run or start
public record RollingLimits(int desired, int minimum, int maximum) {

    public RollingLimits {
        if (minimum < 0 || minimum > 100) {
            throw new IllegalArgumentException("minimumHealthyPercent is " + minimum + "; allowed: 0 to 100");
        }
        if (maximum < 100 || maximum > 200) {
            throw new IllegalArgumentException("maximumPercent is " + maximum + "; allowed: 100 to 200");
        }
    }

    /// Those of the reference app: half of the tasks, and no more than desired, since a zone has slots for no more. Of a
    /// single task none can be kept then.
    public static RollingLimits usual(int desired) {
        return new RollingLimits(desired, desired == 1 ? 0 : 50, 100);
    }

    /// Healthy tasks that must be left.
    public int lower() {
        return Math.ceilDiv(desired * minimum, 100);
    }

    /// Tasks that may be there, those that start among them.
    public int upper() {
        return Math.floorDiv(desired * maximum, 100);
    }

    /// Healthy tasks that may be stopped now.
    public int mayStop(int healthy) {
        return Math.max(0, healthy - lower());
    }

    /// Tasks that may be started now. @param active that run or start
    public int mayStart(int active) {
        return Math.max(0, upper() - active);
    }

    /// Whether a service that has what it wants could neither stop nor start a task.
    public boolean stuck() {
        return desired > 0 && mayStop(desired) == 0 && mayStart(desired) == 0;
    }
}

package io.gameday.agent.driver;

/// What became of what a driver was asked.
public sealed interface DriverAnswer {

    /// It was done.
    record Done(String detail) implements DriverAnswer {
    }

    /// It was not done, and nothing is left of the attempt.
    record NotDone(String why) implements DriverAnswer {
    }

    /// There is no such fault in force (any more).
    record NotInForce(String why) implements DriverAnswer {
    }

    /// Nobody answered, so the fault may be in force or not.
    record InDoubt(String why) implements DriverAnswer {
    }
}

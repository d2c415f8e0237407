package io.gameday.reference.deployment;

/// What is deployed at once: the tasks of one cell in one zone (the practice of the ECS teams, not a feature of the ECS API).
public record Unit(String cell, String zone) {

    @Override
    public String toString() {
        return cell + " in " + zone;
    }
}

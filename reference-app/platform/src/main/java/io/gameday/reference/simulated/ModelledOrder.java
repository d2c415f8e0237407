package io.gameday.reference.simulated;

/// @param quantity pieces; an order of very many ends the task that works on it, as in the real one, whose pick list
///                 has a line for each
record ModelledOrder(String id, int quantity) {

    private static final int DEADLY = 12_000_000;

    static ModelledOrder usual(String id) {
        return new ModelledOrder(id, 1);
    }

    static ModelledOrder poison(String id) {
        return new ModelledOrder(id, DEADLY);
    }

    boolean deadly() {
        return quantity >= DEADLY;
    }
}

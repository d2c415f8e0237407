package io.gameday.reference.simulated;

/// @param quantity pieces; an order of very many ends the task that works on it, as in the real one, whose pick list
///                 has a line for each
record ModelledOrder(String customer, String id, int quantity) {

    private static final int DEADLY = 12_000_000;

    static ModelledOrder usual(String customer, String id) {
        return new ModelledOrder(customer, id, 1);
    }

    static ModelledOrder poison(String customer, String id) {
        return new ModelledOrder(customer, id, DEADLY);
    }

    boolean deadly() {
        return quantity >= DEADLY;
    }
}

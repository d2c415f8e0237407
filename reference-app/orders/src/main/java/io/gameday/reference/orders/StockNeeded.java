package io.gameday.reference.orders;

/// Inventory is a hard dependency and said nothing, so the order cannot be taken.
final class StockNeeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    StockNeeded(Stock.Answer answer) {
        super("stock is " + answer.state() + ": " + answer.problem());
    }
}

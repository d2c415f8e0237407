package io.gameday.reference.orders;

/// Over how many shelves the pieces of an order are spread. A revision with [Defect#ERRORS] forgot that counting begins
/// at one, and so divides by zero for every other order.
///
/// @param first 1, or 0 in the wrong revision
record Shelves(int first) {
    private static final int SHELVES = 2;

    static Shelves asBuilt(boolean wrong) {
        return new Shelves(wrong ? 0 : 1);
    }

    /// How many pieces come from each shelf, at most.
    ///
    /// @throws ArithmeticException in the wrong revision, for half of the ids
    int piecesFromEach(Order order) {
        int shelves = first + Math.floorMod(order.id().hashCode(), SHELVES);
        return (order.quantity() + shelves - 1) / shelves;
    }
}

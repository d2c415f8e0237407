package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.util.List;

/// Whether orders are answered without their stock, as where inventory cannot be asked: orders that do not need it show
/// nothing else, and those that do are not taken. Pure.
final class StockJudgement {

    static final int ORDERS = 3;

    private final Scene scene;
    private final String dependency;

    StockJudgement(Scene scene, String dependency) {
        this.scene = scene;
        this.dependency = dependency;
    }

    Finding of(Samples samples) {
        List<Reach.Place> standing = scene.standing();
        long served = standing.stream().mapToLong(place -> samples.aboutStock(place.address())).sum();
        long unknown = standing.stream().mapToLong(place -> samples.stockUnknown(place.address())).sum();
        String measure = "orders to " + scene.where() + " answered with stock unknown (" + dependency + ")";
        String value = unknown + " of " + served;
        List<String> already = standing.stream().filter(StockJudgement::unknownBefore).map(Reach.Place::task).toList();
        if (!already.isEmpty()) {
            value += "; " + String.join(", ", already) + " did not know it before either";
        }
        String wish = scene.wish("all of at least " + ORDERS + " at each of " + standing.size() + " tasks",
                "none of at least " + ORDERS + " at each of " + standing.size() + " tasks");
        // As with slowness: an overloaded task refuses most orders, and the others of the reach make up for it.
        boolean bites = !standing.isEmpty() && already.isEmpty() && 2 * served >= (long) ORDERS * standing.size()
                && standing.stream().allMatch(place -> lost(place, samples, 1));
        boolean gone = !standing.isEmpty() && standing.stream().allMatch(place -> told(place, samples));
        return new Finding(bites, gone, measure, value, wish, scene.where(),
                scene.strangers(place -> !unknownBefore(place) && lost(place, samples)),
                "cannot tell the stock either");
    }

    /// No order of enough was told the stock.
    static boolean lost(Reach.Place place, Samples samples) {
        return lost(place, samples, ORDERS);
    }

    private static boolean lost(Reach.Place place, Samples samples, int least) {
        long served = samples.aboutStock(place.address());
        return served >= least && samples.stockUnknown(place.address()) == served;
    }

    static boolean told(Reach.Place place, Samples samples) {
        return samples.aboutStock(place.address()) >= ORDERS && samples.stockUnknown(place.address()) == 0;
    }

    private static boolean unknownBefore(Reach.Place place) {
        return place.before() != null && place.before().knewNoStock();
    }
}

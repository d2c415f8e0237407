package io.gameday.aws.fis.endpoint;

import java.util.random.RandomGenerator;

/// Ids and ARNs, in the form of FIS's.
///
/// @param region  of every ARN
/// @param account of every ARN; 12 digits
/// @param random  decides the ids
public record Names(String region, String account, RandomGenerator random) {

    private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 17;

    String template() {
        return "EXT" + some();
    }

    String experiment() {
        return "EXP" + some();
    }

    private String some() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /// @param kind such as `experiment-template`
    String arn(String kind, String id) {
        return "arn:aws:fis:" + region + ":" + account + ":" + kind + "/" + id;
    }
}

package io.gameday.cli;

import java.util.regex.Pattern;

/// Tells by what stands in a file whose format it is. Apart from what reads those, so that a file of ours loads none of it.
final class Foreign {

    private static final Pattern ACTIONS = Pattern.compile("(?m)^\\s*\"?actions\"?\\s*:|[{,]\\s*\"actions\"\\s*:");
    private static final Pattern ACTION = Pattern.compile("\"?actionId\"?\\s*:|\"?stopConditions\"?\\s*:");
    private static final Pattern METHOD = Pattern
            .compile("(?m)^[\"']?method[\"']?\\s*:|[{,]\\s*\"method\"\\s*:\\s*\\[");
    private static final Pattern OURS = Pattern.compile("(?m)^[\"']?(steps|system)[\"']?\\s*:|[{,]\\s*\"steps\"\\s*:");

    private Foreign() {
    }

    /// A template of AWS FIS.
    static boolean fis(String text) {
        return ACTIONS.matcher(text).find() && ACTION.matcher(text).find();
    }

    /// An experiment of Chaos Toolkit.
    static boolean toolkit(String text) {
        return METHOD.matcher(text).find() && !OURS.matcher(text).find();
    }
}

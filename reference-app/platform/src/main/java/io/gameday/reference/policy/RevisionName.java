package io.gameday.reference.policy;

/// Names of revisions: counted from 1, with what is to be said about one after a hyphen, such as `2-errors`. Such a name
/// stands for the digest of its image too. Where a tag had come to mean another image when a task was started, that
/// one's name follows: `1@2-errors` is the first task definition with the image of the second.
public final class RevisionName {

    private static final int MOST_DIGITS = 9;
    private static final String LEAVES = "-without-";

    private RevisionName() {
    }

    /// The number that the name begins with; 0 when it begins with none.
    public static int number(String name) {
        int digits = 0;
        while (digits < Math.min(MOST_DIGITS, name.length()) && Character.isDigit(name.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(name.substring(0, digits));
    }

    /// The name of the revision after `name`. @param remark without a hyphen at its beginning
    public static String after(String name, String remark) {
        return number(name) + 1 + "-" + remark;
    }

    /// The revision `name` with another one's image. What it leaves it leaves with that one too.
    public static String with(String name, String image) {
        int remark = definition(name).indexOf(LEAVES);
        return image.equals(name)
                ? name
                : number(name) + (remark < 0 ? "" : definition(name).substring(remark)) + "@" + image;
    }

    /// The revision after `name` that has no tasks in a zone.
    public static String without(String name, String zone) {
        return after(name, LEAVES.substring(1) + zone);
    }

    /// Whether tasks of the revision are not to be in this zone.
    public static boolean leaves(String name, String zone) {
        return definition(name).endsWith(LEAVES + zone);
    }

    private static String definition(String name) {
        int image = name.indexOf('@');
        return image < 0 ? name : name.substring(0, image);
    }

    /// Which image it has.
    public static String image(String name) {
        return name.substring(name.indexOf('@') + 1);
    }

    /// Whether `name` came after `other`, by its task definition or by its image.
    public static boolean newer(String name, String other) {
        return number(name) > number(other) || number(image(name)) > number(image(other));
    }
}

package fi.kumppani.portal.look;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour in sRGB.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
record Color(int red, int green, int blue) {

    static final Color BLACK = new Color(0, 0, 0);
    static final Color WHITE = new Color(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");

    /**
     * Reads a colour as style sheets write it, such as {@code #0b5a46}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Color of(String text) {
        if (!HEX.matcher(text).matches()) {
            throw new IllegalArgumentException("is no colour like #0b5a46");
        }
        int all = Integer.parseInt(text.substring(1), 16);
        return new Color(all >> 16, (all >> 8) & 0xff, all & 0xff);
    }

    /** As style sheets write it. */
    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** This colour with some of another in it, from 0 for none to 1 for nothing else. */
    Color with(Color other, double share) {
        return new Color(
                mixed(red, other.red, share),
                mixed(green, other.green, share),
                mixed(blue, other.blue, share));
    }

    /** How well one is told from the other, from 1 to 21 (WCAG 2.2, contrast ratio). */
    double contrast(Color other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** From 0 for black to 1 for white (WCAG 2.2, relative luminance). */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }
}

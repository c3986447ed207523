package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * How a municipality's letters look.
 *
 * @param color of links and buttons, {@code #rrggbb}, dark enough to be read on white
 * @param logo what is shown above the title; null for nothing
 */
public record Brand(String color, @Nullable Logo logo) {

    /** The look of letters of a municipality that has told of none. */
    public static final Brand PLAIN = new Brand("#0b4a8f", null);

    private static final double LEAST_CONTRAST = 4.5;

    /**
     * @throws IllegalArgumentException when the color is none, or too light
     */
    public Brand {
        if (!isReadable(color)) {
            throw new IllegalArgumentException("A color is #rrggbb and can be read on white");
        }
    }

    /**
     * A picture that readers load from where it is.
     *
     * @param address {@code https}
     * @param alt what it shows, for those who do not see it
     */
    public record Logo(URI address, LocalizedText alt) {}

    /** Whether it is a color that text on white can have (WCAG 2.1, 1.4.3). */
    public static boolean isReadable(String color) {
        return color.matches("#[0-9a-f]{6}")
                && (1 + 0.05) / (luminance(color) + 0.05) >= LEAST_CONTRAST;
    }

    private static double luminance(String color) {
        return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
    }

    private static double channel(String color, int at) {
        double share = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

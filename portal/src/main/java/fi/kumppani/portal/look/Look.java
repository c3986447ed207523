package fi.kumppani.portal.look;

import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the pages of a municipality look like. Its parts are kept by browsers for as long as they
 * like: another one is at another address.
 *
 * @param name what is at the top; null for ours
 * @param logo the picture beside it; null for ours
 * @param styles a style sheet behind that of all pages; null for none
 */
record Look(
        String municipality,
        @Nullable LocalizedText name,
        @Nullable Logo logo,
        @Nullable String styles) {

    private static final int VERSION_BYTES = 8;

    /** Reads and looks at all that a municipality wants. */
    static Look of(String municipality, LookSettings.Wish wish) {
        return new Look(
                municipality, wish.name(), logo(municipality, wish), styles(municipality, wish));
    }

    /** Where the logo is; null when there is none. */
    @Nullable String logoPath() {
        return logo == null ? null : path("logo", logo.content());
    }

    /** Where the style sheet is; null when there is none. */
    @Nullable String stylesPath() {
        return styles == null ? null : path("look.css", styles.getBytes(StandardCharsets.UTF_8));
    }

    private String path(String part, byte[] content) {
        return "/m/" + municipality + "/" + part + "?v=" + version(content);
    }

    private static String version(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, VERSION_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static @Nullable Logo logo(String municipality, LookSettings.Wish wish) {
        if (wish.logo() == null || wish.logo().isBlank()) {
            return null;
        }
        try {
            return Logo.read(wish.logo().strip());
        } catch (IllegalArgumentException e) {
            throw refused(municipality, "logo", wish.logo() + " " + e.getMessage(), e);
        }
    }

    private static @Nullable String styles(String municipality, LookSettings.Wish wish) {
        if (wish.color() == null || wish.color().isBlank()) {
            if (wish.darkColor() != null && !wish.darkColor().isBlank()) {
                throw refused(municipality, "dark-color", "needs a color beside it", null);
            }
            return null;
        }
        Scheme day = Scheme.light();
        Scheme night = Scheme.dark();
        Color color = color(municipality, "color", wish.color());
        Palette light = checked(municipality, "color", Palette.of(color, day), day);
        Palette dark =
                wish.darkColor() == null || wish.darkColor().isBlank()
                        ? Palette.readable(color, night)
                        : checked(
                                municipality,
                                "dark-color",
                                Palette.of(
                                        color(municipality, "dark-color", wish.darkColor()), night),
                                night);
        return """
        :root, :root:not([data-theme]) {
          --accent: light-dark(%s, %s);
          --accent-strong: light-dark(%s, %s);
          --accent-soft: light-dark(%s, %s);
          --on-accent: light-dark(%s, %s);
        }
        """
                .formatted(
                        light.accent().hex(), dark.accent().hex(),
                        light.strong().hex(), dark.strong().hex(),
                        light.soft().hex(), dark.soft().hex(),
                        light.onAccent().hex(), dark.onAccent().hex());
    }

    private static Color color(String municipality, String setting, String text) {
        try {
            return Color.of(text.strip());
        } catch (IllegalArgumentException e) {
            throw refused(municipality, setting, text + " " + e.getMessage(), e);
        }
    }

    private static Palette checked(
            String municipality, String setting, Palette palette, Scheme scheme) {
        palette.fault(scheme)
                .ifPresent(
                        fault -> {
                            throw refused(municipality, setting, fault, null);
                        });
        return palette;
    }

    private static IllegalArgumentException refused(
            String municipality, String setting, String why, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "kumppani.looks.%s.%s: %s".formatted(municipality, setting, why), cause);
    }
}

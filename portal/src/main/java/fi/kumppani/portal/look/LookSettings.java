package fi.kumppani.portal.look;

import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;

/**
 * How municipalities want their pages to look.
 *
 * @param looks by the code of the municipality; others look like Kumppani
 */
@ConfigurationProperties("kumppani")
record LookSettings(@DefaultValue Map<String, Wish> looks) {

    LookSettings {
        looks = Map.copyOf(looks);
    }

    /**
     * What one municipality wants.
     *
     * @param name what is at the top of its pages
     * @param logo where the picture beside it is: a path, or an address that begins with {@code
     *     classpath:} or {@code file:}
     * @param color links and buttons by day, like {@code #0b5a46}
     * @param darkColor the same by night; without it, the colour by day made light enough
     */
    record Wish(
            @Nullable LocalizedText name,
            @Nullable String logo,
            @Nullable String color,
            @Nullable String darkColor) {}
}

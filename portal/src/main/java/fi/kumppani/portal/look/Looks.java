package fi.kumppani.portal.look;

import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Knows which municipalities have a look of their own; a look that cannot be read is refused. */
@Component
public final class Looks {

    private final Map<String, Look> looks;

    /**
     * @throws IllegalArgumentException when a colour cannot be read on our pages, or a logo is no
     *     picture, or too large
     */
    Looks(LookSettings settings) {
        this.looks =
                settings.looks().entrySet().stream()
                        .map(
                                wish -> {
                                    if (!Municipality.isCode(wish.getKey())) {
                                        throw new IllegalArgumentException(
                                                "kumppani.looks.* are named by codes like 743");
                                    }
                                    return Look.of(wish.getKey(), wish.getValue());
                                })
                        .collect(Collectors.toUnmodifiableMap(Look::municipality, look -> look));
    }

    /**
     * A look as pages need it.
     *
     * @param name what is at the top; null for ours
     * @param logo where the picture is; null for ours
     * @param logoWidth in pixels
     * @param logoHeight in pixels
     * @param styles where the style sheet is; null for ours alone
     */
    public record Shown(
            @Nullable Told name,
            @Nullable String logo,
            int logoWidth,
            int logoHeight,
            @Nullable String styles) {}

    /** The look of a municipality for a reader; nothing when it looks like Kumppani. */
    public Optional<Shown> shown(String municipality, Language language) {
        return find(municipality)
                .map(
                        look ->
                                new Shown(
                                        LocalizedText.maybe(look.name(), language),
                                        look.logoPath(),
                                        look.logo() == null ? 0 : look.logo().width(),
                                        Logo.HEIGHT,
                                        look.stylesPath()));
    }

    Optional<Look> find(String municipality) {
        return Optional.ofNullable(looks.get(municipality));
    }
}

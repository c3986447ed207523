package fi.kumppani.portal.look;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What is made of the colour of a municipality for one scheme.
 *
 * @param accent links, buttons and what is marked
 * @param strong the same under a pointer
 * @param soft a ground for what is marked
 * @param onAccent words on a button
 */
record Palette(Color accent, Color strong, Color soft, Color onAccent) {

    /** Words of a usual size (WCAG 2.2, 1.4.3); more than 1.4.11 asks of edges and figures, 3. */
    private static final double LEAST = 4.5;

    private static final double STRONGER = 0.3;
    private static final double SOFT = 0.12;
    private static final double STEP = 0.05;

    /** The colour as it is. */
    static Palette of(Color accent, Scheme scheme) {
        return new Palette(
                accent,
                accent.with(scheme.ink(), STRONGER),
                scheme.token("raised").with(accent, SOFT),
                scheme.token("raised"));
    }

    /** The colour, as much stronger as it must be to be read. */
    static Palette readable(Color color, Scheme scheme) {
        return DoubleStream.iterate(0, share -> share <= 1, share -> share + STEP)
                .mapToObj(share -> of(color.with(scheme.ink(), share), scheme))
                .filter(palette -> palette.fault(scheme).isEmpty())
                .findFirst()
                .orElseGet(() -> of(scheme.ink(), scheme));
    }

    /** What cannot be read, if anything cannot. */
    Optional<String> fault(Scheme scheme) {
        Stream<Scheme.Ground> grounds =
                Stream.concat(scheme.grounds(), Stream.of(new Scheme.Ground("accent-soft", soft)));
        return grounds.flatMap(
                        ground ->
                                Stream.of(accent, strong)
                                        .filter(color -> color.contrast(ground.color()) < LEAST)
                                        .map(color -> told(color, ground)))
                .findFirst();
    }

    private static String told(Color color, Scheme.Ground ground) {
        return String.format(
                Locale.ROOT,
                "%s on --%s %s has a contrast of %.2f; words need %.1f (WCAG 2.2, 1.4.3)",
                color.hex(),
                ground.name(),
                ground.color().hex(),
                color.contrast(ground.color()),
                LEAST);
    }
}

package fi.kumppani.portal.look;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The colours of all pages by day or by night, as {@code portal.css} has them: what the colour of a
 * municipality stands on.
 *
 * @param tokens colours by the names of their tokens
 * @param ink black by day and white by night: what makes a colour stronger
 */
record Scheme(Map<String, Color> tokens, Color ink) {

    private static final String STYLES = "static/assets/portal.css";
    private static final Pattern TOKEN =
            Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");

    /** What links and figures stand on. */
    private static final List<String> GROUNDS =
            List.of("ground", "raised", "sunken", "notice", "fault", "done");

    /**
     * A ground with a name.
     *
     * @param name as in {@code portal.css}
     */
    record Ground(String name, Color color) {}

    static Scheme light() {
        return read(2, Color.BLACK);
    }

    static Scheme dark() {
        return read(3, Color.WHITE);
    }

    /** One of the colours. */
    Color token(String name) {
        return Objects.requireNonNull(tokens.get(name), () -> STYLES + " has no --" + name);
    }

    /** What links and figures in the colour stand on. */
    Stream<Ground> grounds() {
        return GROUNDS.stream().map(name -> new Ground(name, token(name)));
    }

    private static Scheme read(int group, Color ink) {
        Map<String, Color> tokens = new LinkedHashMap<>();
        Matcher token = TOKEN.matcher(styles());
        while (token.find()) {
            tokens.put(token.group(1), Color.of(token.group(group)));
        }
        return new Scheme(Map.copyOf(tokens), ink);
    }

    private static String styles() {
        try {
            return new ClassPathResource(STYLES).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

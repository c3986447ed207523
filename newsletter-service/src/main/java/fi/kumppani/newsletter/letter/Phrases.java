package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.Language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * What the system itself says in letters, in the languages of the readers. What is put into a
 * phrase is text and stays text, whatever it looks like.
 */
public final class Phrases {

    private static final Map<Language, Phrases> ALL = load();

    private final Language language;
    private final Properties phrases;

    private Phrases(Language language, Properties phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    /** The phrases in a language. */
    public static Phrases in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /**
     * Says the phrase.
     *
     * @param values for {@code {0}}, {@code {1}} and so on
     * @throws IllegalArgumentException when there is no such phrase
     */
    public String say(String key, String... values) {
        String pattern = phrases.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no phrase " + key);
        }
        return new MessageFormat(pattern, language.locale()).format(values);
    }

    /** Whether there is such a phrase. */
    public boolean has(String key) {
        return phrases.containsKey(key);
    }

    /** The names of all phrases. */
    public Set<String> keys() {
        return phrases.stringPropertyNames();
    }

    private static Map<Language, Phrases> load() {
        Map<Language, Phrases> loaded = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            loaded.put(language, new Phrases(language, read(language)));
        }
        return loaded;
    }

    private static Properties read(Language language) {
        String name = "phrases_" + language.code() + ".properties";
        Properties properties = new Properties();
        try (var stream = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.LocalizedText.Told;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service that knows the recipient tells for the mail. It is read tolerantly: a fact that
 * is absent or of another kind than expected is left out of the mail.
 *
 * @param values texts, numbers, lists and texts by language, by name
 */
public record Facts(Map<String, Object> values) {

    /** None. */
    public static final Facts NONE = new Facts(Map.of());

    /** Copies the map. */
    public Facts {
        values = Map.copyOf(values);
    }

    /** What is told; what is told to be null is not told. */
    public static Facts of(Map<String, ? extends @Nullable Object> told) {
        Map<String, Object> values = new HashMap<>();
        told.forEach(
                (name, value) -> {
                    if (value != null) {
                        values.put(name, value);
                    }
                });
        return new Facts(values);
    }

    /** A text as a fact. */
    public static Map<String, String> texts(LocalizedText text) {
        Map<String, String> texts = new HashMap<>();
        for (Language language : Language.values()) {
            String own = text.get(language);
            if (own != null) {
                texts.put(language.code(), own);
            }
        }
        return texts;
    }

    /** The text for a reader, whether it is given in languages or plain. */
    public Optional<Told> told(String name, Language reader) {
        return told(values.get(name), reader);
    }

    /** The texts of a list for a reader. */
    public List<Told> list(String name, Language reader) {
        return values.get(name) instanceof List<?> list
                ? list.stream().flatMap(each -> told(each, reader).stream()).toList()
                : List.of();
    }

    /** The place: its name, with the street address behind it if there is one. */
    public Optional<Told> place(String name, Language reader) {
        if (!(values.get(name) instanceof Map<?, ?> place) || !place.containsKey("name")) {
            return told(name, reader);
        }
        String street = text(place.get("streetAddress"));
        return told(place.get("name"), reader)
                .map(
                        house ->
                                street == null || street.isBlank()
                                        ? house
                                        : new Told(house.text() + ", " + street, house.lang()));
    }

    /** The plain text or number. */
    public Optional<String> plain(String name) {
        return switch (values.get(name)) {
            case String text when !text.isBlank() -> Optional.of(text);
            case Number number -> Optional.of(number.toString());
            case null, default -> Optional.empty();
        };
    }

    /** The moment, given in UTC. */
    public Optional<Instant> moment(String name) {
        return plain(name)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(Instant.parse(text));
                            } catch (DateTimeParseException _) {
                                return Optional.empty();
                            }
                        });
    }

    /** The day. */
    public Optional<LocalDate> day(String name) {
        return plain(name)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(LocalDate.parse(text));
                            } catch (DateTimeParseException _) {
                                return Optional.empty();
                            }
                        });
    }

    /** The sum of money: a decimal text, alone or as the amount beside a currency. */
    public Optional<BigDecimal> euros(String name) {
        Object value = values.get(name);
        Object amount = value instanceof Map<?, ?> money ? money.get("amount") : value;
        if (!(amount instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Says nothing of what the mail says. */
    @Override
    public String toString() {
        return "Facts" + values.keySet();
    }

    private static Optional<Told> told(@Nullable Object value, Language reader) {
        return switch (value) {
            case String text when !text.isBlank() -> Optional.of(new Told(text, reader));
            case Number number -> Optional.of(new Told(number.toString(), reader));
            case Map<?, ?> texts -> localized(texts).map(text -> text.in(reader));
            case null, default -> Optional.empty();
        };
    }

    private static Optional<LocalizedText> localized(Map<?, ?> texts) {
        try {
            return Optional.of(
                    new LocalizedText(
                            text(texts.get("fi")), text(texts.get("sv")), text(texts.get("en"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}

package fi.kumppani.kit.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Constants as people outside write them: {@code village-development}. */
public final class WireCodes {

    private WireCodes() {}

    /** The code of a constant, in kebab case. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with this code; empty for anything else. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String code) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(code))
                .findFirst();
    }

    /** All codes there are, to be told to who wrote another one. */
    public static <E extends Enum<E>> String all(Class<E> type) {
        return String.join(", ", Stream.of(type.getEnumConstants()).map(WireCodes::of).toList());
    }
}

package fi.kumppani.kit.security;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may be in a municipality, as the claim {@code roles} tells. */
public enum Role {
    COORDINATOR,
    LETTER_WRITER,
    GRANT_OFFICER,
    DECISION_MAKER,
    ASSOCIATION_REPRESENTATIVE,
    REGIONAL_ANALYST,
    OPERATOR;

    /** The name in tokens, for example {@code grant-officer}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this name in tokens, if we know it. */
    public static Optional<Role> ofWireName(String wireName) {
        return Stream.of(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
    }
}

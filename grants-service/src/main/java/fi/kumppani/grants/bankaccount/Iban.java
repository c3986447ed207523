package fi.kumppani.grants.bankaccount;

import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

import java.util.Locale;
import java.util.Set;

/**
 * The number of a bank account within SEPA (ISO 13616). Never shown whole, logged or told.
 *
 * @param value without blanks
 */
public record Iban(String value) {

    /**
     * The countries whose accounts SEPA credit transfers reach, by the first two letters (European
     * Payments Council, EPC409-09). Where within it an account is makes no difference (regulation
     * (EU) 260/2012, article 9).
     */
    private static final Set<String> SEPA =
            Set.of(
                    "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
                    "FR", "GB", "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV",
                    "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI",
                    "SK", "SM", "VA");

    private static final int SHOWN = 4;

    /** What was read. */
    public sealed interface Reading {

        /** A number that can be paid to. */
        record Sound(Iban iban) implements Reading {}

        /** None. */
        record Faulty(Fault fault) implements Reading {}
    }

    /** Why a text is no number that can be paid to; its name in kebab case is the code. */
    public enum Fault {
        /** It is no IBAN: length, letters or check digits are wrong. */
        NOT_AN_IBAN,
        /** It is of a country that SEPA credit transfers do not reach. */
        OUTSIDE_SEPA
    }

    /** Reads a number as people write it, with or without blanks. */
    public static Reading read(String text) {
        String compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        try {
            IbanUtil.validate(compact);
        } catch (Iban4jException _) {
            return new Reading.Faulty(Fault.NOT_AN_IBAN);
        }
        return SEPA.contains(compact.substring(0, 2))
                ? new Reading.Sound(new Iban(compact))
                : new Reading.Faulty(Fault.OUTSIDE_SEPA);
    }

    /** So much of it that its owner knows it again, such as {@code FI…0785}. */
    public String masked() {
        return value.substring(0, 2) + "…" + value.substring(value.length() - SHOWN);
    }

    /** Masked, so that no log holds it. */
    @Override
    public String toString() {
        return masked();
    }
}

package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Why it is decided so (hallintolaki 434/2003, 45 §).
 *
 * @param reasons of the catalogue, in the order given
 * @param explanation more about them, which is public; absent when there is no more to tell
 * @param secret what only the party and those who handle the matter may read, such as a business
 *     secret (laki viranomaisten toiminnan julkisuudesta 621/1999, 24 §); absent when there is none
 */
public record Grounds(
        List<DecisionReason> reasons,
        @Nullable LocalizedText explanation,
        @Nullable String secret) {

    /** The most characters of an explanation in one language, and of the secret part. */
    public static final int MOST_CHARACTERS = 5000;

    /** Copies the reasons. */
    public Grounds {
        reasons = List.copyOf(reasons);
    }

    /** Reasons of the catalogue and no more. */
    public static Grounds of(List<DecisionReason> reasons) {
        return new Grounds(reasons, null, null);
    }

    /** Says nothing of what is secret, so that no log does. */
    @Override
    public String toString() {
        return "Grounds" + reasons;
    }
}

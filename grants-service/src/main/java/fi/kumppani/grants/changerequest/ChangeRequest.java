package fi.kumppani.grants.changerequest;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One request to change the terms of a grant.
 *
 * @param number from 1, within the application
 * @param wish what is to be otherwise; the rest stays
 * @param reasons why, in the grantee's words; empty once they are erased
 * @param request under which it was sent
 * @param ending what became of it; null while it waits
 */
public record ChangeRequest(
        int number,
        GrantTerms wish,
        String reasons,
        Instant askedAt,
        Creation request,
        @Nullable Ending ending) {

    /** The most characters of reasons, and of a use. */
    public static final int MOST_CHARACTERS = 4_000;

    /** What became of it. */
    public sealed interface Ending {

        /** Its grantee took it back. */
        record Withdrawn(Instant at) implements Ending {}

        /**
         * It was decided.
         *
         * @param approved what is otherwise from now on; null when it was refused
         * @param maker in which capacity it was decided
         * @param decidedBy who decided, as the identity provider's opaque {@code sub}
         * @param explanation why, for everybody
         */
        record Ruled(
                @Nullable GrantTerms approved,
                DecisionMaker maker,
                String decidedBy,
                LocalDate decidedOn,
                LocalizedText explanation)
                implements Ending {}
    }

    /** Where it stands: open, withdrawn, refused, approved, or partly-approved. */
    public String status() {
        return switch (ending) {
            case null -> "open";
            case Ending.Withdrawn _ -> "withdrawn";
            case Ending.Ruled(var approved, _, _, _, _) when approved == null -> "refused";
            case Ending.Ruled(var approved, _, _, _, _) when approved.equals(wish) -> "approved";
            case Ending.Ruled _ -> "partly-approved";
        };
    }

    /** The same without the grantee's words. */
    ChangeRequest withoutReasons() {
        return new ChangeRequest(number, wish, "", askedAt, request, ending);
    }

    ChangeRequest ended(Ending next) {
        return new ChangeRequest(number, wish, reasons, askedAt, request, next);
    }
}

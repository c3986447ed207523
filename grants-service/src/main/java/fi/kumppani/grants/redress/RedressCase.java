package fi.kumppani.grants.redress;

import fi.kumppani.grants.deadline.TimeLimit;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One claim for a revised decision, or that a board took a decision up.
 *
 * @param number from 1, within the application
 * @param kind who set it going
 * @param arrivedOn the day it arrived, or was taken up
 * @param late whether its time was over by then
 * @param decision against which of the application's decisions, 1 for the first
 * @param hearer the body that rules, such as {@code kunnanhallitus}: of what was taken up, the one
 *     that took it up; a name of a body, never a person's
 * @param request the request that made it, so that it can be sent again
 * @param claim what is claimed and by whom; absent when a board took it up, or it is erased
 * @param ruling what came of it; absent until then
 */
public record RedressCase(
        int number,
        Kind kind,
        LocalDate arrivedOn,
        boolean late,
        int decision,
        String hearer,
        Creation request,
        @Nullable Claim claim,
        @Nullable Ruling ruling) {

    /** Who set it going. */
    public enum Kind {
        /** A claim of the party (asianosainen; kuntalaki 410/2015, 137 §). */
        PARTY_CLAIM,
        /** A claim of a member of the municipality (kunnan jäsen; 137 §). */
        MEMBER_CLAIM,
        /** A board took the decision up (otto-oikeus; 92 §). */
        TAKEN_UP
    }

    /**
     * What is claimed; personal data, kept encrypted and told to nobody but who handles it.
     *
     * @param claimant who claims, and where the ruling is sent
     * @param text what is claimed and why
     */
    public record Claim(String claimant, String text) {

        /** The most characters of who claims. */
        public static final int MOST_CHARACTERS_OF_CLAIMANT = 500;

        /** The most characters of the text. */
        public static final int MOST_CHARACTERS = 20_000;

        /** Says nothing of it, so that no log does. */
        @Override
        public String toString() {
            return "Claim[]";
        }
    }

    /**
     * What came of it.
     *
     * @param outcome what was ruled
     * @param ruledOn the day
     * @param section its number in the minutes; absent when it has none
     * @param explanation why, for everybody; absent when the minutes alone tell
     * @param knownOn the day who claimed knew of it; absent until that is known, and when nobody
     *     can appeal
     */
    public record Ruling(
            Outcome outcome,
            LocalDate ruledOn,
            @Nullable String section,
            @Nullable LocalizedText explanation,
            @Nullable LocalDate knownOn) {

        /** A ruling whose grounds stand in the minutes alone. */
        public Ruling(
                Outcome outcome,
                LocalDate ruledOn,
                @Nullable String section,
                @Nullable LocalDate knownOn) {
            this(outcome, ruledOn, section, null, knownOn);
        }

        /** Whether it leaves the decision as it is, by a ruling of its own that is told. */
        public boolean leavesTheDecision() {
            return outcome == Outcome.DISMISSED || outcome == Outcome.NOT_EXAMINED;
        }

        Ruling known(LocalDate day) {
            return new Ruling(outcome, ruledOn, section, explanation, day);
        }
    }

    /** What was ruled. */
    public enum Outcome {
        /** The decision was replaced by another, which is told and appealed on its own. */
        REVISED,
        /** The decision stays (hylätty). */
        DISMISSED,
        /** It was not examined (jätetty tutkimatta), as it was late or by nobody who may claim. */
        NOT_EXAMINED,
        /** Who claimed took it back (rauennut). */
        WITHDRAWN
    }

    /** Whether an appeal to a court can be made against its ruling (kuntalaki 410/2015, 135 §). */
    public boolean canBeAppealed() {
        return kind != Kind.TAKEN_UP && ruling != null && ruling.leavesTheDecision();
    }

    /** The same with this ruling. */
    RedressCase ruled(Ruling next) {
        return new RedressCase(
                number, kind, arrivedOn, late, decision, hearer, request, claim, next);
    }

    /** The same without who claimed and what they wrote. */
    RedressCase withoutClaim() {
        return new RedressCase(
                number, kind, arrivedOn, late, decision, hearer, request, null, ruling);
    }

    /** Under which key the decision is made that it leads to, whoever asks for it. */
    String key(String application) {
        return "grants.redress:" + application + ":" + number;
    }

    /**
     * The first day on which nothing more can come of it; empty while that is open. A ruling can be
     * appealed for 30 days from when it is known (kuntalaki 410/2015, 135 §); what a board took up
     * and left as it is cannot.
     */
    Optional<LocalDate> overFrom() {
        if (ruling == null) {
            return Optional.empty();
        }
        return switch (ruling.outcome()) {
            case REVISED, WITHDRAWN -> Optional.of(ruling.ruledOn());
            case DISMISSED, NOT_EXAMINED ->
                    kind == Kind.TAKEN_UP
                            ? Optional.of(ruling.ruledOn())
                            : Optional.ofNullable(ruling.knownOn())
                                    .map(TimeLimit.MUNICIPAL_APPEAL::lastDay)
                                    .map(day -> day.plusDays(1));
        };
    }
}

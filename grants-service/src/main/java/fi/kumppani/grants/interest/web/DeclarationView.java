package fi.kumppani.grants.interest.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.interest.Declaration;
import fi.kumppani.grants.interest.Tie;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one person declared.
 *
 * @param subject the person, as the identity provider knows them
 */
record DeclarationView(String subject, List<TieView> ties) {

    static DeclarationView of(Declaration declaration) {
        return new DeclarationView(
                declaration.subject(), declaration.ties().stream().map(TieView::of).toList());
    }

    /**
     * A tie.
     *
     * @param disqualifies whether it is a ground for disqualification while it is in force
     * @param until its last day, as it was stated last
     * @param foreseenUntil its last day, as it was declared
     * @param ends all that was stated of its end since
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TieView(
            String id,
            String associationId,
            String kind,
            boolean disqualifies,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate foreseenUntil,
            Instant declaredAt,
            List<EndView> ends) {

        static TieView of(Tie tie) {
            return new TieView(
                    tie.id(),
                    tie.association().value(),
                    WireCodes.of(tie.kind()),
                    tie.kind().ground().isPresent(),
                    tie.from(),
                    tie.until().orElse(null),
                    tie.foreseenUntil(),
                    tie.declaredAt(),
                    tie.ends().stream()
                            .map(end -> new EndView(end.until(), end.statedAt()))
                            .toList());
        }
    }

    /** A statement of when a tie ends; without a day it says that it goes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EndView(@Nullable LocalDate until, Instant statedAt) {}
}

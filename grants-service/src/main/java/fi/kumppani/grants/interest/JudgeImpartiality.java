package fi.kumppani.grants.interest;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says who must keep out of what, by own ties, by mandates and by own statements (hallintolaki
 * 434/2003, 27–30 §). However many are asked about, three look-ups by id answer.
 */
@Service
public class JudgeImpartiality {

    private static final String NO_APPLICATION = "";

    private final Declarations declarations;
    private final Mandates mandates;
    private final Recusals recusals;
    private final Clock clock;

    JudgeImpartiality(
            Declarations declarations, Mandates mandates, Recusals recusals, Clock clock) {
        this.declarations = declarations;
        this.mandates = mandates;
        this.recusals = recusals;
        this.clock = clock;
    }

    /** Why the person must take no part in the matter today; empty when they may. */
    public Optional<Disqualification> of(String subject, Matter matter) {
        return Optional.ofNullable(ofAll(subject, List.of(matter)).get(matter.application()));
    }

    /** Why the person is not impartial towards the association today, whatever the matter. */
    public Optional<Disqualification> towards(String subject, AssociationId association) {
        return of(subject, new Matter(NO_APPLICATION, Set.of(association)));
    }

    /** Of which of the matters the person must keep out today and why, by application. */
    public Map<String, Disqualification> ofAll(String subject, Collection<Matter> matters) {
        LocalDate today = today();
        Map<String, Disqualification> found = new HashMap<>();
        ofParts(matters.stream().map(matter -> new Part(subject, matter, today, today)).toList())
                .forEach((part, why) -> found.put(part.matter().application(), why));
        return found;
    }

    /**
     * Those of the parts whose taker was not impartial on one of their days, as far as ties go; a
     * mandate and an own statement count whenever they came.
     */
    public Map<Part, Disqualification> ofParts(Collection<Part> parts) {
        if (parts.isEmpty()) {
            return Map.of();
        }
        Known known = look(parts);
        Map<Part, Disqualification> found = new HashMap<>();
        for (Part part : parts) {
            known.ground(part).ifPresent(ground -> found.put(part, new Disqualification(ground)));
        }
        return found;
    }

    /**
     * As {@link #of}, for somebody who is about to act or to look: whoever is stopped is written
     * into the log, once for each ground.
     */
    public Optional<Disqualification> stop(String subject, Matter matter) {
        Optional<Disqualification> found = of(subject, matter);
        found.ifPresent(why -> note(subject, matter, why.ground(), Recusal.Manner.STOPPED));
        return found;
    }

    /** Takes down that the person leaves the matter by own statement, for good. */
    public void recuse(String subject, Matter matter) {
        note(subject, matter, Ground.OWN_STATEMENT, Recusal.Manner.STATED);
    }

    /** Takes down that the person had taken part in the matter, and was released from it. */
    public void release(String subject, Matter matter, Disqualification why) {
        note(subject, matter, why.ground(), Recusal.Manner.RELEASED);
    }

    private void note(String subject, Matter matter, Ground ground, Recusal.Manner manner) {
        recusals.note(
                matter.application(),
                new Recusal(
                        subject, ground, manner, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Known look(Collection<Part> parts) {
        Set<String> subjects = new HashSet<>();
        Set<String> applications = new HashSet<>();
        Set<Mandates.Holder> holders = new HashSet<>();
        for (Part part : parts) {
            subjects.add(part.subject());
            applications.add(part.matter().application());
            for (AssociationId association : part.matter().applicants()) {
                holders.add(new Mandates.Holder(part.subject(), association));
            }
        }
        return new Known(
                declarations.findAll(subjects),
                mandates.permitted(holders),
                recusals.ofAll(applications));
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }

    private record Known(
            Map<String, Declaration> declarations,
            Set<Mandates.Holder> holders,
            Map<String, List<Recusal>> recusals) {

        Optional<Ground> ground(Part part) {
            if (hasRecused(part)) {
                return Optional.of(Ground.OWN_STATEMENT);
            }
            boolean mandated =
                    part.matter().applicants().stream()
                            .anyMatch(
                                    each ->
                                            holders.contains(
                                                    new Mandates.Holder(part.subject(), each)));
            if (mandated) {
                return Optional.of(Ground.MANDATE);
            }
            @Nullable Declaration declared = declarations.get(part.subject());
            return declared == null
                    ? Optional.empty()
                    : declared.ground(part.matter().applicants(), part.first(), part.last());
        }

        private boolean hasRecused(Part part) {
            return recusals.getOrDefault(part.matter().application(), List.of()).stream()
                    .anyMatch(
                            each ->
                                    each.ground() == Ground.OWN_STATEMENT
                                            && each.subject().equals(part.subject()));
        }
    }
}

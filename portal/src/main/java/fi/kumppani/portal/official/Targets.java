package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.Person;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom something can be proposed to just now: boards, by lists that are being prepared, and whoever
 * decides in case management.
 */
final class Targets {

    /** The id of case management among them. */
    static final String CASE = "case";

    private static final String NOT_THERE = "\"0\"";

    private Targets() {}

    /**
     * One of them.
     *
     * @param id of the list, or {@link #CASE}
     * @param list null for case management
     * @param version what a proposal goes by
     * @param proposed what is proposed there so far
     */
    record Target(
            String id,
            @Nullable BoardFacts list,
            String version,
            @Nullable VerdictFacts proposed) {}

    static List<Target> of(Subject subject) {
        Person person = subject.official().person();
        List<Target> targets = new ArrayList<>();
        Listing<BoardFacts> lists =
                found(person.answer(BoardFacts.of(subject.code(), subject.call().id())))
                        .orElseGet(() -> new Listing<>(List.of(), null));
        for (BoardFacts list : lists.items()) {
            if (list.isPreparing()) {
                targets.add(target(subject, list));
            }
        }
        found(person.versioned(CaseFacts.of(subject.code(), subject.id())))
                .filter(found -> found.value().isOpen())
                .ifPresent(
                        found -> {
                            CaseFacts.Proposal proposal = found.value().proposal();
                            targets.add(
                                    new Target(
                                            CASE,
                                            null,
                                            found.version(),
                                            proposal == null ? null : proposal.verdict()));
                        });
        return targets;
    }

    private static Target target(Subject subject, BoardFacts list) {
        Optional<Versioned<BoardRowFacts>> row =
                found(
                        subject.official()
                                .person()
                                .versioned(
                                        BoardRowFacts.one(
                                                subject.code(),
                                                list.callId(),
                                                list.id(),
                                                subject.id())));
        return row.map(
                        found ->
                                new Target(
                                        list.id(), list, found.version(), found.value().proposal()))
                .orElseGet(() -> new Target(list.id(), list, NOT_THERE, null));
    }

    private static <T> Optional<T> found(Answer<T> answer) {
        return switch (answer) {
            case Answer.Found<T>(T found) -> Optional.of(found);
            case Answer.Missing<T> _ -> Optional.empty();
            case Answer.Refused<T> _, Answer.Away<T> _ -> throw new UnavailablePageException();
        };
    }

    /** Where something is proposed so far; the only one when there is one. */
    static Optional<Target> usual(List<Target> targets) {
        return targets.size() == 1
                ? Optional.of(targets.getFirst())
                : targets.stream().filter(target -> target.proposed() != null).findFirst();
    }
}

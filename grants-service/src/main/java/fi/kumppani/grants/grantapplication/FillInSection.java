package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.form.AnswerCheck;
import fi.kumppani.grants.form.Answers;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.GrantForms;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Somebody of the association fills in one section of a draft. Who has seen the section as it is
 * may write it, whatever others have written in other sections meanwhile.
 */
@Service
public class FillInSection {

    private final GrantApplications applications;
    private final GrantForms forms;
    private final AnswerCheck check;
    private final Clock clock;

    FillInSection(
            GrantApplications applications, GrantForms forms, AnswerCheck check, Clock clock) {
        this.applications = applications;
        this.forms = forms;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Keeps the answers of a section, as long as the application is a draft. Answers may be missing
     * until it is handed in, but what is answered is sound.
     *
     * @param expected the revision of the section that was seen
     * @return empty when there is no such application, or no such section in its form
     */
    public Optional<Result> fill(
            ApplicationId id, String section, long expected, Map<String, Object> answers) {
        return applications
                .find(id)
                .map(Stored::body)
                .flatMap(found -> Optional.ofNullable(found.proposal().form()))
                .flatMap(form -> forms.version(form.form(), form.version()))
                .filter(form -> form.content().section(section).isPresent())
                .flatMap(form -> fill(id, form, section, expected, answers));
    }

    private Optional<Result> fill(
            ApplicationId id,
            FormVersion form,
            String section,
            long expected,
            Map<String, Object> answers) {
        List<AnswerCheck.Fault> faults =
                check.check(form, Answers.NONE.with(section, answers), AnswerCheck.Extent.DRAFT);
        if (!faults.isEmpty()) {
            return Optional.of(new Result.Faulty(faults));
        }
        return applications.change(
                id,
                OptionalLong.empty(),
                stored -> fill(stored.body(), section, expected, answers, clock.instant()));
    }

    private static Move<Result> fill(
            GrantApplication application,
            String section,
            long expected,
            Map<String, Object> answers,
            Instant now) {
        return switch (application) {
            case GrantApplication.Draft draft ->
                    fill(draft, section, expected, answers, draft::filled);
            case GrantApplication.Supplementing waiting ->
                    waiting.supplement().isOver(now)
                            ? Move.stay(new Result.Refused(Refusal.SUPPLEMENT_LATE))
                            : fill(waiting, section, expected, answers, waiting::filled);
            case GrantApplication.Submitted _,
                    GrantApplication.Withdrawn _,
                    GrantApplication.Transferred _,
                    GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    Move.stay(new Result.Refused(Refusal.ALREADY_SUBMITTED));
        };
    }

    private static Move<Result> fill(
            GrantApplication application,
            String section,
            long expected,
            Map<String, Object> answers,
            Function<FilledForm, GrantApplication> filled) {
        FilledForm before = Objects.requireNonNull(application.proposal().form());
        if (before.revision(section) != expected) {
            return Move.stay(new Result.Stale());
        }
        if (before.answers().of(section).equals(answers)) {
            return Move.stay(new Result.Kept(before));
        }
        FilledForm next = before.with(section, answers);
        return Move.keep(filled.apply(next), new Result.Kept(next));
    }

    /** What came of it. */
    public sealed interface Result {

        /** The form as it now is. */
        record Kept(FilledForm form) implements Result {}

        /** Somebody else wrote this section first. */
        record Stale() implements Result {}

        /** Some answers are not ones; nothing is kept. */
        record Faulty(List<AnswerCheck.Fault> faults) implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}
    }
}

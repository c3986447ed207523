package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.OptionalLong;

/** The applicant changes a draft. */
@Service
public class ChangeGrantApplication {

    private final GrantApplications applications;

    ChangeGrantApplication(GrantApplications applications) {
        this.applications = applications;
    }

    /**
     * Keeps another proposal, as long as the application is a draft.
     *
     * @param expected the version the applicant has seen
     * @return empty when there is no such application
     */
    public Optional<Result> change(ApplicationId id, long expected, Proposal proposal) {
        return applications.change(
                id,
                OptionalLong.of(expected),
                stored ->
                        stored.body() instanceof GrantApplication.Draft draft
                                ? Move.keep(draft.with(proposal), changed(stored, draft, proposal))
                                : Move.stay(new Result.Refused(Refusal.ALREADY_SUBMITTED)));
    }

    private static Result changed(
            Stored<GrantApplication> stored, GrantApplication.Draft draft, Proposal proposal) {
        return new Result.Changed(stored.after(0, draft.with(proposal)));
    }

    /** What came of it. */
    public sealed interface Result {

        /** The draft as it now is. */
        record Changed(Stored<GrantApplication> application) implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}
    }
}

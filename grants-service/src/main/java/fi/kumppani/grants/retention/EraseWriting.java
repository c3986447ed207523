package fi.kumppani.grants.retention;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Move;
import fi.kumppani.grants.grantapplication.Proposal;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.OptionalLong;

/**
 * Erases what an applicant wrote: purpose, answers, other grants, and whom to write to. What was
 * asked for and decided stays.
 */
@Service
class EraseWriting implements Eraser {

    private final GrantApplications applications;

    EraseWriting(GrantApplications applications) {
        this.applications = applications;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.APPLICATION;
    }

    @Override
    public Erased erase(String subject) {
        var _ =
                applications.change(
                        new ApplicationId(subject),
                        OptionalLong.empty(),
                        stored -> {
                            Proposal known = stored.body().proposal();
                            Proposal next = withoutWriting(known);
                            return next.equals(known)
                                    ? Move.stay(true)
                                    : Move.keep(Rewriting.with(stored.body(), next), true);
                        });
        return Erased.GONE;
    }

    private static Proposal withoutWriting(Proposal known) {
        return new Proposal(
                null,
                null,
                known.plan(),
                null,
                null,
                known.attachments(),
                List.of(),
                known.partners());
    }
}

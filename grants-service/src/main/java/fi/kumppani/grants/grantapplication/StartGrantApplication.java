package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;

/** Somebody begins to write an application for an association. */
@Service
public class StartGrantApplication {

    private final GrantApplications applications;
    private final BegunApplications begunApplications;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final BeginForm beginForm;
    private final Ids ids;

    StartGrantApplication(
            GrantApplications applications,
            BegunApplications begunApplications,
            GrantCalls calls,
            Applicants applicants,
            BeginForm beginForm,
            Ids ids) {
        this.applications = applications;
        this.begunApplications = begunApplications;
        this.calls = calls;
        this.applicants = applicants;
        this.beginForm = beginForm;
        this.ids = ids;
    }

    /** Keeps a draft; the same request again finds the first one. */
    public Result start(
            CallId call, AssociationId applicant, Proposal proposal, Creation creation) {
        return start(call, applicant, proposal, Optional.empty(), creation);
    }

    /**
     * Keeps a draft that says what another application said, such as last year's, for another call:
     * all but its days, declarations, other grants and files.
     *
     * @return empty when there is no such application
     */
    public Optional<Result> copy(ApplicationId original, CallId call, Creation creation) {
        return applications
                .find(original)
                .map(Stored::body)
                .map(
                        before ->
                                start(
                                        call,
                                        before.filing().applicant(),
                                        before.proposal().again(),
                                        Optional.ofNullable(before.proposal().form()),
                                        creation));
    }

    private Result start(
            CallId call,
            AssociationId applicant,
            Proposal proposal,
            Optional<FilledForm> before,
            Creation creation) {
        Optional<GrantCall.Announced> published =
                calls.announced(call).filter(found -> !found.isImported());
        if (published.isEmpty()) {
            return new Result.CallUnknown();
        }
        Optional<Applicant> known = applicants.find(applicant);
        if (known.isEmpty()) {
            return new Result.Refused(Refusal.ASSOCIATION_UNKNOWN);
        }
        ContactPoint contact = proposal.contact();
        Optional<FilledForm> form =
                beginForm
                        .begin(
                                published.get().terms(),
                                known.get(),
                                contact == null ? Language.FI : contact.language())
                        .map(begun -> before.map(old -> beginForm.again(begun, old)).orElse(begun));
        var filing =
                new Filing(
                        new ApplicationId(ids.next()),
                        call,
                        published.get().terms().year(),
                        applicant,
                        false);
        var draft = new GrantApplication.Draft(filing, proposal.filled(form.orElse(null)));
        return switch (applications.add(draft, List.of(new Happening.Started(draft)), creation)) {
            case Insertion.Inserted<GrantApplication>(var stored) -> noted(stored);
            case Insertion.Repeated<GrantApplication>(var stored) -> noted(stored);
            case Insertion.KeyReused<GrantApplication> _ -> new Result.KeyReused();
            case Insertion.Taken<GrantApplication>(var field) ->
                    throw new IllegalStateException("Applications share nothing: " + field);
        };
    }

    /**
     * A crash before this leaves a draft that nobody was told of, until the request is repeated.
     */
    private Result noted(Stored<GrantApplication> stored) {
        Filing filing = stored.body().filing();
        begunApplications.note(filing.applicant(), filing.id());
        return new Result.Started(stored);
    }

    /** What came of it. */
    public sealed interface Result {

        /** There is a draft, new or from the same request before. */
        record Started(Stored<GrantApplication> application) implements Result {}

        /** There is no such call, or none that takes applications. */
        record CallUnknown() implements Result {}

        /** No draft is kept. */
        record Refused(Refusal reason) implements Result {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Result {}
    }
}

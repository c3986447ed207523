package fi.kumppani.grants.transfer;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.attachment.AttachedFiles;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.diary.Arrival;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.diary.DiaryEntry;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.BeginForm;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.Filing;
import fi.kumppani.grants.grantapplication.FilledForm;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Happening;
import fi.kumppani.grants.grantapplication.LeftWork;
import fi.kumppani.grants.grantapplication.Move;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.grantapplication.Transfer;
import fi.kumppani.grants.grantapplication.UnfinishedApplications;
import fi.kumppani.grants.scheme.RequiredAttachment;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has an application go on under another call, in steps of which any may be the last before a
 * crash: its files are copied and it is entered in the diary under the other id, the other
 * application is kept, and the first one says that it is there. Each step done again changes
 * nothing, and none can be refused: the first application has left its call before.
 */
@Service
public class FinishTransfer extends LeftWork {

    private static final String KEY = "grants.application.transfer:";

    private final GrantApplications applications;
    private final UnfinishedApplications unfinished;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final BeginForm beginForm;
    private final AttachedFiles files;
    private final Diaries diaries;

    FinishTransfer(
            GrantApplications applications,
            UnfinishedApplications unfinished,
            GrantCalls calls,
            Applicants applicants,
            BeginForm beginForm,
            AttachedFiles files,
            Diaries diaries) {
        this.applications = applications;
        this.unfinished = unfinished;
        this.calls = calls;
        this.applicants = applicants;
        this.beginForm = beginForm;
        this.files = files;
        this.diaries = diaries;
    }

    @Override
    public void finishAll() {
        unfinished.forEachTransfer(
                id ->
                        attempt(
                                id,
                                () ->
                                        applications
                                                .find(id)
                                                .ifPresent(
                                                        found -> {
                                                            if (found.body()
                                                                    instanceof
                                                                    GrantApplication.Transferred
                                                                            moved) {
                                                                finish(moved);
                                                            }
                                                        })));
    }

    /** Finishes it; once it is, nothing changes. */
    void finish(GrantApplication.Transferred moved) {
        if (moved.done()) {
            return;
        }
        CallTerms terms = calls.terms(moved.transfer().call());
        Applicant applicant =
                applicants
                        .find(moved.filing().applicant())
                        .orElseThrow(() -> new IllegalStateException("An association went away"));
        GrantApplication.Draft draft = draft(moved, moved.transfer(), terms, applicant);
        copyFiles(moved.proposal().attachments(), draft.proposal().attachments());
        add(draft, moved);
        var _ =
                applications.change(
                        moved.filing().id(),
                        OptionalLong.empty(),
                        stored ->
                                stored.body() instanceof GrantApplication.Transferred now
                                                && !now.done()
                                        ? Move.tell(
                                                now.finished(),
                                                new Happening.Moved(now.finished()),
                                                true)
                                        : Move.stay(false));
    }

    /** What it says under the other call, as if it were to be handed in there. */
    GrantApplication.Draft draft(
            GrantApplication before, Transfer transfer, CallTerms terms, Applicant applicant) {
        Proposal proposal = before.proposal();
        ContactPoint contact = proposal.contact();
        @Nullable FilledForm form =
                beginForm
                        .begin(terms, applicant, contact == null ? Language.FI : contact.language())
                        .map(
                                begun ->
                                        proposal.form() == null
                                                ? begun
                                                : beginForm.again(begun, proposal.form()))
                        .orElse(null);
        return new GrantApplication.Draft(
                new Filing(
                        transfer.to(),
                        transfer.call(),
                        terms.year(),
                        before.filing().applicant(),
                        false),
                proposal.filled(form)
                        .attaching(copied(proposal.attachments(), transfer.to(), terms)));
    }

    /** The same files under keys of their own; what only the first call requires is just a file. */
    private static Attachments copied(Attachments before, ApplicationId to, CallTerms terms) {
        Set<String> required =
                terms.scheme().attachments().stream()
                        .map(RequiredAttachment::id)
                        .collect(Collectors.toSet());
        return new Attachments(
                before.listed().stream()
                        .map(
                                each ->
                                        new Attachment(
                                                each.id(),
                                                each.name(),
                                                each.type(),
                                                each.bytes(),
                                                each.requirement() != null
                                                                && required.contains(
                                                                        each.requirement())
                                                        ? each.requirement()
                                                        : null,
                                                to + ":" + each.id()))
                        .toList(),
                List.of());
    }

    private void copyFiles(Attachments from, Attachments to) {
        for (int i = 0; i < from.listed().size(); i++) {
            Attachment copy = to.listed().get(i);
            if (files.find(copy.key()).isEmpty()) {
                files.find(from.listed().get(i).key())
                        .ifPresent(content -> files.keep(copy.key(), content));
            }
        }
    }

    private void add(GrantApplication.Draft draft, GrantApplication.Transferred moved) {
        String id = draft.filing().id().value();
        DiaryEntry entry =
                Objects.requireNonNull(
                        diaries.enter(
                                        draft.filing().year(),
                                        List.of(new Arrival(id, draft.filing().call().value(), id)))
                                .get(id));
        var arrived =
                new GrantApplication.Submitted(
                        draft.filing(),
                        draft.proposal(),
                        new Receipt(entry.number(), moved.receipt().at(), moved.filing().id()));
        Creation creation = new Creation(KEY + moved.filing().id(), id);
        Supplement supplement = moved.transfer().supplement();
        if (supplement == null) {
            var _ = applications.add(arrived, List.of(new Happening.Arrived(arrived)), creation);
        } else {
            GrantApplication.Supplementing waiting = arrived.ask(supplement);
            var _ =
                    applications.add(
                            waiting,
                            List.of(
                                    new Happening.Arrived(arrived),
                                    new Happening.SupplementAsked(waiting)),
                            creation);
        }
    }
}

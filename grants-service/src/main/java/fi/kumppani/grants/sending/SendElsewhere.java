package fi.kumppani.grants.sending;

import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.grants.eligibility.Answer;
import fi.kumppani.grants.eligibility.AskEligibility;
import fi.kumppani.grants.eligibility.Judgement;
import fi.kumppani.grants.eligibility.Reason;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.AttachFiles;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.Filing;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Move;
import fi.kumppani.grants.grantapplication.OtherGrant;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.StartGrantApplication;
import fi.kumppani.grants.scheme.RequiredAttachment;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;

import org.springframework.stereotype.Service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Begins drafts that say what an application says in calls of other municipalities. The one place
 * where something is written over the border of a municipality: only for who may act for the
 * applicant there as here, who could have written each draft by hand, and nothing of any handling
 * goes along. Each draft, and the application while it is one, declares the others as support that
 * is applied for. Sent again with the same key, everything is found as it was.
 */
@Service
public class SendElsewhere {

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final AskEligibility askEligibility;
    private final StartGrantApplication startGrantApplication;
    private final AttachFiles attachFiles;

    SendElsewhere(
            GrantApplications applications,
            GrantCalls calls,
            AskEligibility askEligibility,
            StartGrantApplication startGrantApplication,
            AttachFiles attachFiles) {
        this.applications = applications;
        this.calls = calls;
        this.askEligibility = askEligibility;
        this.startGrantApplication = startGrantApplication;
        this.attachFiles = attachFiles;
    }

    /**
     * Sends it.
     *
     * @param original of the current municipality, and of an applicant for whom the caller may act
     * @param targets each once, all of other municipalities
     * @param request the key under which each draft is begun, together with its target
     * @return what came of each, in the order of the targets
     */
    public List<Sent> send(
            GrantApplication original, List<SendingTarget> targets, Creation request) {
        MunicipalityCode home = Tenancy.current();
        Map<SendingTarget, CallTerms> open = new LinkedHashMap<>();
        Map<SendingTarget, Sent> outcomes = new LinkedHashMap<>();
        for (SendingTarget target : targets) {
            Optional<CallTerms> terms = terms(target);
            List<Reason> against = terms.map(_ -> against(original, target)).orElse(List.of());
            if (terms.isEmpty()) {
                outcomes.put(target, new Sent.CallUnknown(target));
            } else if (!against.isEmpty()) {
                outcomes.put(target, new Sent.NotEligible(target, against));
            } else {
                open.put(target, terms.get());
            }
        }
        Map<MunicipalityCode, OtherGrant> declared = new LinkedHashMap<>();
        declared.put(home, declared(home, calls.terms(original.filing().call()), original));
        open.forEach(
                (target, terms) ->
                        declared.put(
                                target.municipality(),
                                declared(target.municipality(), terms, original)));
        open.forEach(
                (target, terms) ->
                        outcomes.put(target, begin(original, target, terms, declared, request)));
        if (!open.isEmpty()) {
            declare(original.filing(), without(home, declared));
        }
        return targets.stream().map(outcomes::get).toList();
    }

    private Optional<CallTerms> terms(SendingTarget target) {
        return Tenancy.callIn(
                target.municipality(),
                () ->
                        calls.announced(target.call())
                                .filter(call -> !call.isImported())
                                .map(GrantCall.Announced::terms));
    }

    /** What says no; what the applicant only has to tell yet does not stand in the way. */
    private List<Reason> against(GrantApplication original, SendingTarget target) {
        return Tenancy.callIn(
                        target.municipality(),
                        () ->
                                askEligibility.ask(
                                        target.call(),
                                        original.filing().applicant(),
                                        Partners.NONE,
                                        original.proposal().elsewhere(List.of()).plan()))
                .map(AskEligibility.Answered::judgements)
                .orElse(List.of())
                .stream()
                .map(Judgement::answer)
                .filter(Answer.No.class::isInstance)
                .map(Answer.No.class::cast)
                .map(Answer.No::because)
                .toList();
    }

    private Sent begin(
            GrantApplication original,
            SendingTarget target,
            CallTerms terms,
            Map<MunicipalityCode, OtherGrant> declared,
            Creation request) {
        Proposal proposal = original.proposal().elsewhere(without(target.municipality(), declared));
        var creation =
                new Creation(
                        request.key() + ":" + target.municipality() + ":" + target.call(),
                        request.contentHash());
        StartGrantApplication.Result started =
                Tenancy.callIn(
                        target.municipality(),
                        () ->
                                startGrantApplication.start(
                                        target.call(),
                                        original.filing().applicant(),
                                        proposal,
                                        creation));
        return switch (started) {
            case StartGrantApplication.Result.Started(var stored) -> {
                ApplicationId draft = stored.body().filing().id();
                if (stored.body() instanceof GrantApplication.Draft) {
                    copyFiles(original, target, draft, terms);
                }
                yield new Sent.Begun(target, draft);
            }
            case StartGrantApplication.Result.KeyReused _ -> new Sent.KeyReused(target);
            case StartGrantApplication.Result.CallUnknown _ -> new Sent.CallUnknown(target);
            case StartGrantApplication.Result.Refused _ ->
                    new Sent.NotEligible(target, List.of(Reason.ASSOCIATION_UNKNOWN));
        };
    }

    /** Attached again, a file stays as it is; so a crash in between is made up for. */
    private void copyFiles(
            GrantApplication original, SendingTarget target, ApplicationId draft, CallTerms terms) {
        List<String> required =
                terms.scheme().attachments().stream().map(RequiredAttachment::id).toList();
        for (Attachment each : original.proposal().attachments().listed()) {
            String requirement = each.requirement();
            attachFiles
                    .read(original.filing().id(), each.id())
                    .ifPresent(
                            read ->
                                    Tenancy.runIn(
                                            target.municipality(),
                                            () -> {
                                                var _ =
                                                        attachFiles.attach(
                                                                draft,
                                                                each.name(),
                                                                requirement != null
                                                                                && required
                                                                                        .contains(
                                                                                                requirement)
                                                                        ? requirement
                                                                        : null,
                                                                read.content());
                                            }));
        }
    }

    private void declare(Filing filing, List<OtherGrant> others) {
        var _ =
                applications.change(
                        filing.id(),
                        OptionalLong.empty(),
                        stored ->
                                stored.body() instanceof GrantApplication.Draft draft
                                        ? declared(stored, draft, others)
                                        : Move.stay(false));
    }

    private static Move<Boolean> declared(
            Stored<GrantApplication> stored,
            GrantApplication.Draft draft,
            List<OtherGrant> others) {
        GrantApplication.Draft next = draft.declaring(others);
        return next.equals(stored.body()) ? Move.stay(false) : Move.keep(next, true);
    }

    private static OtherGrant declared(
            MunicipalityCode municipality, CallTerms terms, GrantApplication original) {
        ContactPoint contact = original.proposal().contact();
        return new OtherGrant(
                "Kunta " + municipality,
                terms.year(),
                original.proposal().requested(),
                false,
                terms.title().in(contact == null ? Language.FI : contact.language()).text());
    }

    private static List<OtherGrant> without(
            MunicipalityCode own, Map<MunicipalityCode, OtherGrant> declared) {
        return declared.entrySet().stream()
                .filter(each -> !each.getKey().equals(own))
                .map(Map.Entry::getValue)
                .toList();
    }
}

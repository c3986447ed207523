package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.eligibility.EarlierApplications;
import fi.kumppani.grants.form.AnswerCheck;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.GrantForms;
import fi.kumppani.grants.scheme.RequiredAttachment;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether an application is whole: its form is filled in, in the version it was begun on, and the
 * files that the call requires are there.
 */
@Service
public class CheckWhole {

    private final GrantForms forms;
    private final AnswerCheck check;
    private final EarlierApplications earlier;

    CheckWhole(GrantForms forms, AnswerCheck check, EarlierApplications earlier) {
        this.forms = forms;
        this.check = check;
        this.earlier = earlier;
    }

    /** What is missing or wrong; nothing when it is whole. */
    public List<AnswerCheck.Fault> faults(GrantApplication application, CallTerms call) {
        boolean light = call.scheme().isLight(application.proposal().requested());
        List<AnswerCheck.Fault> faults = new ArrayList<>(answers(application.proposal(), light));
        if (!light) {
            faults.addAll(attachments(application, call));
        }
        return faults;
    }

    private List<AnswerCheck.Fault> answers(Proposal proposal, boolean light) {
        FilledForm filled = proposal.form();
        if (filled == null) {
            return List.of();
        }
        FormVersion form =
                forms.version(filled.form(), filled.version())
                        .orElseThrow(() -> new IllegalStateException("A form went away"));
        return check.check(
                form,
                filled.answers(),
                light ? AnswerCheck.Extent.LIGHT : AnswerCheck.Extent.WHOLE);
    }

    private List<AnswerCheck.Fault> attachments(GrantApplication application, CallTerms call) {
        Filing filing = application.filing();
        List<RequiredAttachment> missing =
                call.scheme().attachments().stream()
                        .filter(each -> !application.proposal().attachments().fulfil(each.id()))
                        .toList();
        boolean knownFromBefore =
                missing.stream().anyMatch(RequiredAttachment::firstTimeOnly)
                        && !earlier.of(filing.applicant(), filing.year() - 1).isEmpty();
        return missing.stream()
                .filter(each -> !(each.firstTimeOnly() && knownFromBefore))
                .map(
                        each ->
                                new AnswerCheck.Fault(
                                        "attachments." + each.id(), AnswerCheck.Kind.MISSING))
                .toList();
    }
}

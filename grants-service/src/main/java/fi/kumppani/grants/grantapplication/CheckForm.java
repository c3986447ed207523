package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.form.AnswerCheck;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.GrantForms;

import org.springframework.stereotype.Service;

import java.util.List;

/** Whether the form of an application is filled in, in the version it was begun on. */
@Service
public class CheckForm {

    private final GrantForms forms;
    private final AnswerCheck check;

    CheckForm(GrantForms forms, AnswerCheck check) {
        this.forms = forms;
        this.check = check;
    }

    /** What is missing or wrong; nothing when it is whole, or there is no form. */
    public List<AnswerCheck.Fault> faults(Proposal proposal, CallTerms call) {
        FilledForm filled = proposal.form();
        if (filled == null) {
            return List.of();
        }
        FormVersion form =
                forms.version(filled.form(), filled.version())
                        .orElseThrow(() -> new IllegalStateException("A form went away"));
        boolean light = call.scheme().isLight(proposal.requested());
        return check.check(
                form,
                filled.answers(),
                light ? AnswerCheck.Extent.LIGHT : AnswerCheck.Extent.WHOLE);
    }
}

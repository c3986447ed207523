package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.form.Answers;
import fi.kumppani.grants.form.FormId;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.GrantForms;
import fi.kumppani.grants.form.Question;
import fi.kumppani.grants.form.Section;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;

import org.springframework.stereotype.Service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The form of a call as an application starts with it: in its latest version, and prefilled. */
@Service
public class BeginForm {

    private final GrantForms forms;

    BeginForm(GrantForms forms) {
        this.forms = forms;
    }

    /**
     * The form with what the registry tells of the association.
     *
     * @param language what its people read
     * @return empty when the call has no form
     */
    public Optional<FilledForm> begin(CallTerms call, Applicant applicant, Language language) {
        return Optional.ofNullable(call.scheme().form())
                .flatMap(form -> forms.latest(new FormId(form)))
                .map(Stored::body)
                .map(
                        form ->
                                new FilledForm(
                                        form.id(),
                                        form.number(),
                                        prefilled(form, applicant, language),
                                        Map.of()));
    }

    private static Answers prefilled(FormVersion form, Applicant applicant, Language language) {
        Answers answers = Answers.NONE;
        for (Section section : form.content().sections()) {
            Map<String, Object> known = new HashMap<>();
            for (Question question : section.questions()) {
                Question.Prefill prefill = question.prefill();
                if (prefill != null) {
                    known.put(question.id(), told(prefill, applicant, language));
                }
            }
            if (!known.isEmpty()) {
                answers = answers.with(section.id(), known);
            }
        }
        return answers;
    }

    private static String told(Question.Prefill prefill, Applicant applicant, Language language) {
        String text =
                switch (prefill) {
                    case ASSOCIATION_NAME -> applicant.name().in(language).text();
                    case HOME_MUNICIPALITY -> applicant.homeMunicipality().value();
                };
        return text.length() > Question.LONGEST_LINE
                ? text.substring(0, Question.LONGEST_LINE)
                : text;
    }
}

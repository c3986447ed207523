package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.form.AnswerCheck;
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
import java.util.Set;
import java.util.stream.Collectors;

/** The form of a call as an application starts with it: in its latest version, and prefilled. */
@Service
public class BeginForm {

    private final GrantForms forms;
    private final AnswerCheck check;

    BeginForm(GrantForms forms, AnswerCheck check) {
        this.forms = forms;
        this.check = check;
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

    /**
     * The form with what was answered to it before, as far as that is still an answer; what the
     * registry tells now goes before.
     */
    public FilledForm again(FilledForm begun, FilledForm before) {
        if (!begun.form().equals(before.form())) {
            return begun;
        }
        return forms.version(begun.form(), begun.version())
                .map(version -> again(begun, before.answers(), version))
                .orElse(begun);
    }

    private FilledForm again(FilledForm begun, Answers before, FormVersion version) {
        Set<String> wrong =
                check.check(version, before, AnswerCheck.Extent.DRAFT).stream()
                        .map(AnswerCheck.Fault::field)
                        .collect(Collectors.toSet());
        Answers answers = begun.answers();
        for (Section section : version.content().sections()) {
            Map<String, Object> kept = new HashMap<>(before.of(section.id()));
            kept.keySet().removeIf(id -> wrong.contains("answers." + section.id() + "." + id));
            kept.putAll(answers.of(section.id()));
            if (!kept.isEmpty()) {
                answers = answers.with(section.id(), kept);
            }
        }
        return new FilledForm(begun.form(), begun.version(), answers, begun.revisions());
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

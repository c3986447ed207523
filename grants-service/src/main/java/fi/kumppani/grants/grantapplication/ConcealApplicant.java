package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.form.GrantForms;
import fi.kumppani.grants.form.Question;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what is applied for without who applies, for those from whom a blind round keeps it: what
 * the registry answered of the applicant is left out, and where a text has its name, or a
 * partner's, stands an ellipsis. What a text tells in other words stays.
 */
@Service
public class ConcealApplicant {

    private static final String INSTEAD = "…";

    private final Applicants applicants;
    private final GrantForms forms;

    ConcealApplicant(Applicants applicants, GrantForms forms) {
        this.applicants = applicants;
        this.forms = forms;
    }

    /**
     * What is told of a proposal.
     *
     * @param answers by section and question; absent without a form
     */
    public record Told(
            @Nullable String purpose,
            @Nullable String eventDescription,
            @Nullable Map<String, Map<String, Object>> answers) {}

    /** What is told of this application. */
    public Told conceal(GrantApplication application) {
        Proposal proposal = application.proposal();
        FilledForm form = proposal.form();
        List<Pattern> names = names(application);
        return new Told(
                text(proposal.purpose(), names),
                text(proposal.eventDescription(), names),
                form == null ? null : answers(form, names));
    }

    private List<Pattern> names(GrantApplication application) {
        List<AssociationId> all =
                Stream.concat(
                                Stream.of(application.filing().applicant()),
                                application.proposal().partners().ids().stream())
                        .toList();
        return applicants.findAll(all).values().stream()
                .map(Applicant::name)
                .flatMap(name -> Stream.of(Language.values()).map(name::in))
                .map(told -> told.text())
                .distinct()
                .map(
                        name ->
                                Pattern.compile(
                                        Pattern.quote(name),
                                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    private Map<String, Map<String, Object>> answers(FilledForm form, List<Pattern> names) {
        Set<String> prefilled =
                forms.version(form.form(), form.version()).stream()
                        .flatMap(version -> version.content().sections().stream())
                        .flatMap(section -> section.questions().stream())
                        .filter(question -> question.prefill() != null)
                        .map(Question::id)
                        .collect(Collectors.toUnmodifiableSet());
        Map<String, Map<String, Object>> told = new TreeMap<>();
        form.answers()
                .sections()
                .forEach((id, answers) -> told.put(id, section(answers, prefilled, names)));
        return told;
    }

    private static Map<String, Object> section(
            Map<String, Object> answers, Set<String> prefilled, List<Pattern> names) {
        Map<String, Object> told = new TreeMap<>();
        answers.forEach(
                (question, answer) -> {
                    if (!prefilled.contains(question)) {
                        told.put(
                                question,
                                answer instanceof String text ? masked(text, names) : answer);
                    }
                });
        return told;
    }

    private static @Nullable String text(@Nullable String text, List<Pattern> names) {
        return text == null ? null : masked(text, names);
    }

    private static String masked(String text, List<Pattern> names) {
        String told = text;
        for (Pattern name : names) {
            told = name.matcher(told).replaceAll(INSTEAD);
        }
        return told;
    }
}

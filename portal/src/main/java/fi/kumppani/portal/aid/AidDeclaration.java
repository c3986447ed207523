package fi.kumppani.portal.aid;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Marks;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.SavedPart;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The declaration of de minimis aid on a page, whoever writes it: the applicant, or an officer who
 * notes what the applicant declared. What counts as the same declaration is what was declared, not
 * the version of the applicant's whole account, which grows with every grant of any municipality.
 */
@Component
public final class AidDeclaration {

    private final Municipalities municipalities;
    private final Clock clock;

    AidDeclaration(Municipalities municipalities, Clock clock) {
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** A grant in words. */
    public record Row(@Nullable Told municipality, String code, String amount, String day) {}

    /**
     * What is used and left, in words.
     *
     * @param elsewhere what was declared in all
     * @param declaredAt the day of that; null when nothing ever was
     * @param byAnother whether it was declared at another application
     */
    public record Standing(
            String limit,
            String used,
            String left,
            List<Row> grants,
            String elsewhere,
            @Nullable String declaredAt,
            boolean byAnother) {}

    /** Shows it on a page, with what was kept of a form that could not be sent. */
    public void show(
            Person person,
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        AidFacts facts = person.found(AidFacts.of(code, id)).value();
        FilledForm form = filled(facts);
        String[] mark = {mark(facts)};
        KeptForms.fill(
                form,
                request,
                sent -> {
                    AidFields.keep(form, sent);
                    mark[0] = String.valueOf(sent.getFirst("mark"));
                });
        put(facts, form, mark[0], reader, model);
    }

    /**
     * Takes a declaration down.
     *
     * @param sent the form, with the mark of the declaration that was shown
     * @param done what follows
     * @param again the page once its form is put there
     */
    public String save(
            Person person,
            String code,
            String id,
            MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response,
            Supplier<String> done,
            Supplier<String> again) {
        Versioned<AidFacts> found = person.found(AidFacts.of(code, id));
        String mark = String.valueOf(sent.getFirst("mark"));
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        AidFields.keep(form, sent);
        List<Map<String, Object>> items = AidFields.read(form, Formats.dayOf(clock.instant()));
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            put(found.value(), form, mark, reader, model);
            return again.get();
        }
        Answer<AidFacts> answer =
                SavedPart.save(
                        found,
                        () -> person.found(AidFacts.of(code, id)),
                        current -> mark(current).equals(mark),
                        current ->
                                person.answer(
                                        AidFacts.declare(code, id, items, current.version())));
        return Outcome.of(
                answer,
                response,
                _ -> done.get(),
                refusal -> {
                    AidFacts now = person.found(AidFacts.of(code, id)).value();
                    form.refuse(refusal.isStale() ? "own.stale" : AidFields.FAMILY + ".refused");
                    if (refusal.isStale()) {
                        model.addAttribute(
                                "meanwhile", Meanwhile.of(form, filled(now), AidFields.names()));
                    }
                    put(now, form, refusal.isStale() ? mark(now) : mark, reader, model);
                    return again.get();
                },
                () -> {
                    form.refuse(AidFields.FAMILY + ".away");
                    put(found.value(), form, mark, reader, model);
                    return again.get();
                });
    }

    private void put(AidFacts facts, FilledForm form, String mark, Reader reader, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("mark", mark);
        model.addAttribute("rows", AidFields.rows(form));
        model.addAttribute("standing", standing(facts, reader));
    }

    private Standing standing(AidFacts facts, Reader reader) {
        Language language = reader.language();
        return new Standing(
                Formats.euros(facts.limit()),
                Formats.euros(facts.used()),
                Formats.euros(facts.left()),
                facts.grants().stream()
                        .map(
                                grant ->
                                        new Row(
                                                municipalities
                                                        .find(grant.municipality(), reader)
                                                        .map(each -> each.name())
                                                        .orElse(null),
                                                grant.municipality(),
                                                Formats.euros(grant.amount()),
                                                Formats.day(grant.grantedOn(), language)))
                        .toList(),
                Formats.euros(facts.declaredSum()),
                facts.declaredAt() == null ? null : Formats.day(facts.declaredAt(), language),
                facts.declaredAt() != null && facts.declared() == null);
    }

    private FilledForm filled(AidFacts facts) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        AidFields.fill(form, facts.declared());
        return form;
    }

    /** Tells one declaration from another: by when it was made. */
    private static String mark(AidFacts facts) {
        FilledForm form = new FilledForm("");
        form.put("at", facts.declaredAt() == null ? "never" : facts.declaredAt().toString());
        return Marks.of(form, List.of("at"));
    }
}

package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;

/** The page of an order as it is shown, whatever was done on it. */
@Component
final class OrderView {

    private static final String STEP = "order";

    private final DraftPages pages;
    private final MessageSource texts;
    private final Clock clock;

    OrderView(DraftPages pages, MessageSource texts, Clock clock) {
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    /** Who asks, for what, and what it is about. */
    record Asked(
            String code,
            Person person,
            Versioned<DraftFacts> found,
            ListFacts list,
            Reader reader,
            Model model) {

        DraftFacts draft() {
            return found.value();
        }
    }

    /** How many it would go to today, and how many read the list. */
    record Counted(String recipients, String readers) {

        static Counted of(OrderFacts.Recipients counted) {
            return new Counted(
                    Formats.number(counted.recipients()), Formats.number(counted.readers()));
        }
    }

    /** What the page is about, for those who write letters of the municipality. */
    Asked asked(String code, String id, HttpServletRequest request, Reader reader, Model model) {
        Person person = pages.person(code, request, reader);
        Versioned<DraftFacts> found = pages.draft(person, code, id);
        ListFacts list = pages.list(code, found.value().listId(), reader);
        return new Asked(code, person, found, list, reader, model);
    }

    /** The form with what is kept. */
    FilledForm form(DraftFacts draft) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        SegmentForm.fill(form, draft.segment());
        form.put(SendingTime.WHEN, "now");
        form.put(SendingTime.DAY, "");
        form.put(SendingTime.TIME, "");
        return form;
    }

    /** Whom it can be meant for. */
    SegmentForm.Choices choices(Asked asked) {
        return SegmentForm.Choices.of(
                asked.list(),
                pages.topics(asked.code(), asked.reader()),
                asked.draft().segment(),
                asked.reader().language(),
                texts);
    }

    /** The page. */
    String page(Asked asked, FilledForm form) {
        DraftFacts draft = asked.draft();
        Model model = asked.model();
        pages.frame(asked.code(), draft, asked.list(), STEP, asked.reader(), model);
        model.addAttribute("form", form);
        model.addAttribute("seen", asked.found().version());
        model.addAttribute("choices", choices(asked));
        model.addAttribute("scheduled", draft.isScheduled());
        model.addAttribute("fourEyes", asked.list().wantsFourEyes());
        model.addAttribute("approved", draft.approved());
        model.addAttribute("own", draft.own());
        model.addAttribute(
                "recipients",
                asked.person()
                        .answer(OrderFacts.recipients(asked.code(), draft.id()))
                        .found()
                        .map(Counted::of)
                        .orElse(null));
        var findings =
                asked.person().answer(Finding.in(asked.code(), draft.id())).found().stream()
                        .flatMap(checks -> checks.onPage(-1).stream())
                        .toList();
        model.addAttribute("errors", findings.stream().filter(Finding::error).count());
        model.addAttribute("warnings", findings.stream().filter(each -> !each.error()).count());
        return "draft-order";
    }
}

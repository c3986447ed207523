package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;

/** Publishes a draft, after saying what will happen. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/calls/{id}/publication")
class PublishPage {

    private final CallPages pages;
    private final Clock clock;

    PublishPage(CallPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        return page(code, id, pages.officer(code, request, reader), reader, model);
    }

    /**
     * Publishes it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String publish(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official officer = pages.officer(code, request, reader);
        Answer<CallDraft.Made> answer = officer.person().answer(CallDraft.publish(code, id, seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.call(code, id), "published", request),
                () -> {
                    CallFaults.put(model, answer);
                    return page(code, id, officer, reader, model);
                });
    }

    private String page(String code, String id, Official officer, Reader reader, Model model) {
        Versioned<CallBody> found = CallDraft.found(code, id, officer.person());
        CallBody call = found.value();
        Instant opens = Instant.parse(call.text("opensAt"));
        Instant closes = Instant.parse(call.text("closesAt"));
        String publishAt = call.text("publishAt");
        pages.frame(code, CallPages.publication(code, id), reader, model);
        model.addAttribute("editHref", CallPages.edit(code, id));
        model.addAttribute("heading", title(call).told(reader.language()));
        model.addAttribute("budget", Formats.euros(new BigDecimal(call.text("budget"))));
        model.addAttribute("year", call.text("year"));
        model.addAttribute("opens", Formats.moment(opens, reader.language()));
        model.addAttribute("opensLater", clock.instant().isBefore(opens));
        model.addAttribute("closes", Formats.moment(closes, reader.language()));
        model.addAttribute(
                "publishAt",
                publishAt.isEmpty()
                        ? null
                        : Formats.moment(Instant.parse(publishAt), reader.language()));
        model.addAttribute("seen", found.version());
        return "call-publish";
    }

    private static LocalizedText title(CallBody call) {
        CallBody title = call.part("title");
        return new LocalizedText(title.text("fi"), title.text("sv"), title.text("en"));
    }
}

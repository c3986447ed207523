package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Sought;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Shows all calls of a municipality that one can apply from now, and narrows them. */
@Controller
class OpenCallsPage {

    private static final int MOST = 20;

    private final Municipalities municipalities;
    private final OpenCalls calls;

    OpenCallsPage(Municipalities municipalities, OpenCalls calls) {
        this.municipalities = municipalities;
        this.calls = calls;
    }

    /**
     * What is looked for; whatever is empty is not.
     *
     * @param text words that are all in the title
     * @param form a kind of association that may apply
     * @param kind of the grant
     */
    record Wanted(String text, String form, String kind) {

        /** Whether anything is. */
        public boolean isAnything() {
            return !(text + form + kind).isEmpty();
        }

        private boolean fits(CallDetails call, Language language) {
            return (form.isEmpty() || CallView.forms(call).contains(form))
                    && (kind.isEmpty() || CallView.kind(call).equals(kind))
                    && new Sought(text).isIn(call.title().told(language).text());
        }
    }

    /** A call as a row shows it. */
    record Row(
            String href,
            Told title,
            String kind,
            String closesAt,
            String closes,
            String budget,
            String cap) {

        static Row of(Municipality municipality, CallDetails call, Language language) {
            return new Row(
                    "/m/" + municipality.code() + "/calls/" + call.id(),
                    call.title().told(language),
                    CallView.kind(call),
                    call.closesAt().toString(),
                    Formats.moment(call.closesAt(), language),
                    Formats.euros(call.budget()),
                    Formats.euros(call.capPerApplication()));
        }
    }

    /**
     * The calls.
     *
     * @param page which twenty of them, from 1; anything else is as good as the first
     */
    @GetMapping("/m/{code}/calls")
    String list(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") String page,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        Language language = reader.language();
        Wanted wanted = new Wanted(new Sought(text).text(), form, kind);
        Listing<CallDetails> open = Listed.of(calls.all(code, reader), model, response);
        List<CallDetails> fitting =
                open.items().stream().filter(call -> wanted.fits(call, language)).toList();
        int shown = page.matches("[1-9][0-9]?") ? Integer.parseInt(page) : 1;
        model.addAttribute("municipality", municipality);
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "forms",
                open.items().stream()
                        .flatMap(call -> CallView.forms(call).stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute(
                "kinds", open.items().stream().map(CallView::kind).distinct().sorted().toList());
        model.addAttribute("found", fitting.size());
        model.addAttribute(
                "rows",
                fitting.stream()
                        .skip((shown - 1L) * MOST)
                        .limit(MOST)
                        .map(call -> Row.of(municipality, call, language))
                        .toList());
        model.addAttribute("next", fitting.size() > shown * MOST ? shown + 1 : null);
        return "open-calls";
    }
}

package fi.kumppani.portal.letter;

import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormTokens;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.RobotSettings;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The form by which one subscribes, within the municipality's own site. A browser gives no cookie
 * to a frame of another site, so the form carries a token instead.
 */
@Controller
@RequestMapping("/m/{code}/embed/letters")
class EmbeddedSubscriptionPage {

    private static final String PURPOSE = "subscribe-to-letters";

    private final Municipalities municipalities;
    private final Subscribing subscribing;
    private final SubscriptionForm choices;
    private final FormTokens tokens;
    private final RobotSettings robots;
    private final Clock clock;

    EmbeddedSubscriptionPage(
            Municipalities municipalities,
            Subscribing subscribing,
            SubscriptionForm choices,
            FormTokens tokens,
            RobotSettings robots,
            Clock clock) {
        this.municipalities = municipalities;
        this.subscribing = subscribing;
        this.choices = choices;
        this.tokens = tokens;
        this.robots = robots;
        this.clock = clock;
    }

    @GetMapping
    String open(@PathVariable String code, Reader reader, Model model) {
        Municipality municipality = municipality(code, reader);
        String token = tokens.next(PURPOSE, code, clock.instant());
        FilledForm form = new FilledForm(FormTokens.key(token));
        form.put("language", reader.language().code());
        return page(municipality, form, token, List.of(), reader, model);
    }

    @PostMapping
    String subscribe(
            @PathVariable String code,
            @RequestParam(name = "token", defaultValue = "") String sentToken,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality = municipality(code, reader);
        Instant now = clock.instant();
        boolean ours = tokens.isGood(sentToken, PURPOSE, code, now);
        String token = ours ? sentToken : tokens.next(PURPOSE, code, now);
        FilledForm form = Subscribing.filled(FormTokens.key(token), sent);
        if (!ours) {
            form.refuse("embed.again");
        } else if (robots.suspect(form, sent, now)) {
            form.refuse("embed.program");
        }
        return switch (subscribing.subscribe(code, form, "/m/" + code + "/embed/letters", reader)) {
            case Subscribing.Outcome.Asked() -> {
                model.addAttribute("municipality", municipality);
                yield "embedded-asked";
            }
            case Subscribing.Outcome.Again(int status, List<Named> found) -> {
                response.setStatus(status);
                yield page(municipality, form, token, found, reader, model);
            }
        };
    }

    private Municipality municipality(String code, Reader reader) {
        return municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
    }

    private String page(
            Municipality municipality,
            FilledForm form,
            String token,
            List<Named> found,
            Reader reader,
            Model model) {
        choices.show(municipality.code(), form, found, reader, model);
        model.addAttribute("municipality", municipality);
        model.addAttribute("token", token);
        return "embedded-letters";
    }
}

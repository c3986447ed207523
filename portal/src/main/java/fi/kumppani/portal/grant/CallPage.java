package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.time.Clock;

/** Shows a call: what it is for, who may apply, and by what it is decided. */
@Controller
class CallPage {

    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    CallPage(Municipalities municipalities, Backends backends, Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    @GetMapping("/m/{code}/calls/{id}")
    String see(@PathVariable String code, @PathVariable String id, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        CallDetails call = PageSubject.of(backends.answer(reader, CallDetails.one(code, id)));
        model.addAttribute("call", CallView.of(call, clock.instant(), reader.language()));
        model.addAttribute("apply", "/m/" + code + "/my/calls/" + call.id());
        AnybodyForm.of(code, call, new FilledForm(""), reader.language()).put(model);
        return "call";
    }
}

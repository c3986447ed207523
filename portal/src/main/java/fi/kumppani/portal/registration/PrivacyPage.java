package fi.kumppani.portal.registration;

import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Tells those who register what becomes of their data (GDPR Art. 13), and leads to the
 * municipality's own notice.
 */
@Controller
class PrivacyPage {

    private final Municipalities municipalities;
    private final PrivacySettings privacy;

    PrivacyPage(Municipalities municipalities, PrivacySettings privacy) {
        this.municipalities = municipalities;
        this.privacy = privacy;
    }

    @GetMapping("/m/{code}/privacy")
    String see(@PathVariable String code, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("keptDays", privacy.registrationsKept().toDays());
        model.addAttribute("needsDays", privacy.needsKept().toDays());
        model.addAttribute("notice", privacy.notices().get(code));
        return "privacy";
    }
}

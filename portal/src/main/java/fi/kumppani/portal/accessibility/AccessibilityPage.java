package fi.kumppani.portal.accessibility;

import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.List;

/**
 * The accessibility statement that the law on digital services asks for (306/2019), of one
 * municipality or of all that take part. Feedback, which is answered within 14 days (9 §), goes to
 * the municipality by mail: nothing of it is kept here.
 */
@Controller
class AccessibilityPage {

    private final Municipalities municipalities;
    private final AccessibilitySettings settings;

    AccessibilityPage(Municipalities municipalities, AccessibilitySettings settings) {
        this.municipalities = municipalities;
        this.settings = settings;
    }

    /**
     * Who takes feedback.
     *
     * @param address where; none when only the municipality's registry office is known to
     */
    record Taker(Told name, @Nullable String address) {}

    @GetMapping("/accessibility")
    String ofAll(Reader reader, Model model) {
        return see(municipalities.all(reader), reader, model);
    }

    @GetMapping("/m/{code}/accessibility")
    String ofMunicipality(@PathVariable String code, Reader reader, Model model) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        model.addAttribute("municipality", municipality);
        return see(List.of(municipality), reader, model);
    }

    private String see(List<Municipality> of, Reader reader, Model model) {
        model.addAttribute(
                "takers",
                of.stream()
                        .map(each -> new Taker(each.name(), settings.feedback().get(each.code())))
                        .toList());
        model.addAttribute("evaluated", Formats.day(settings.evaluatedOn(), reader.language()));
        return "accessibility";
    }
}

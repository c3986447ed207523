package fi.kumppani.portal.letter;

import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages show that a link in a letter leads to. */
@Component
class LinkedPage {

    private final Municipalities municipalities;

    LinkedPage(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /**
     * The view, with what its layout needs.
     *
     * @param token of the link
     * @throws NoSuchPageException when there is no such municipality
     */
    String of(String view, String code, String token, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("token", token);
        model.addAttribute("here", "/m/" + code + "/letters");
        return view;
    }
}
